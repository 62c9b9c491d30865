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
  /** The answer for one call. Immutable. */
  public static final class CallAnswer {
    private final Call call;
    private final Reason reason;
    private final ImmutableList<List<Capability>> missing;

    CallAnswer(Call call, Reason reason, List<List<Capability>> missing) {
      this.call = call;
      this.reason = reason;
      this.missing = ImmutableList.copyOf(missing);
    }

    /** Returns the call. */
    public Call call() {
      return call;
    }

    /** Returns {@code ALLOWED}, {@code UNMAPPED_OPERATION} or {@code MISSING_CAPABILITY}. */
    public Reason reason() {
      return reason;
    }

    /** Returns for each alternative what is not held of it; empty for any other reason. */
    public List<List<Capability>> missing() {
      return missing;
    }

    /** Returns the call and the reason. */
    @Override
    public String toString() {
      return call + ": " + reason;
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
   * Returns the answer for each call, each once, those always made first; an operation alone is one
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
