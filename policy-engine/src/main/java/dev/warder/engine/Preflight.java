package dev.warder.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.warder.model.Call;
import dev.warder.model.Capability;
import java.util.List;
import java.util.Set;

/**
 * The answer about capabilities alone, before any request is made. It says nothing of accounts, so
 * it is no {@link Decision}. Immutable.
 */
public final class Preflight {
  /**
   * What one call comes to.
   *
   * @param call the call
   * @param reason {@code ALLOWED}, {@code UNMAPPED_OPERATION} or {@code MISSING_CAPABILITY}
   * @param missing with {@code MISSING_CAPABILITY}, for each alternative what is not held of it
   */
  public record CallAnswer(Call call, Reason reason, List<List<Capability>> missing) {
    /** Copies the list. */
    public CallAnswer {
      missing = ImmutableList.copyOf(missing);
    }
  }

  private final ImmutableList<CallAnswer> calls;
  private final ImmutableSet<Capability> enough;
  private final Reason reason;

  Preflight(List<CallAnswer> calls, Set<Capability> enough) {
    this.calls = ImmutableList.copyOf(calls);
    this.enough = ImmutableSet.copyOf(enough);
    this.reason = earliest(this.calls);
  }

  private static Reason earliest(List<CallAnswer> calls) {
    Reason earliest = Reason.ALLOWED;
    for (CallAnswer call : calls) {
      earliest = step(call.reason) < step(earliest) ? call.reason : earliest;
    }
    return earliest;
  }

  private static int step(Reason reason) {
    return switch (reason) {
      case UNMAPPED_OPERATION -> 0;
      case MISSING_CAPABILITY -> 1;
      default -> 2;
    };
  }

  /** Returns whether no call fails for want of a capability. */
  public boolean isAllowed() {
    return reason == Reason.ALLOWED;
  }

  /** Returns the reason of the call that fails at the earliest step, or {@link Reason#ALLOWED}. */
  public Reason reason() {
    return reason;
  }

  /**
   * Returns what each call comes to, each once, those always made first; an operation alone is one
   * call.
   */
  public List<CallAnswer> calls() {
    return calls;
  }

  /**
   * Returns capabilities that would be enough in addition, so that no call would fail for want of a
   * capability.
   */
  public Set<Capability> enough() {
    return enough;
  }

  /** Returns the reason. */
  @Override
  public String toString() {
    return reason.toString();
  }
}
