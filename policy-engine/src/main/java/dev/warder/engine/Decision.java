package dev.warder.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.warder.model.Operation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request: a reason, and the operation it is about. Decisions are made when an
 * engine is compiled and shared by all requests, so none holds anything of the request. Immutable.
 */
public final class Decision {
  final EngineIdentity madeBy;
  private final Reason reason;
  private final Optional<Operation> operation;
  private final @Nullable ImmutableList<Operation> asked;
  private final ImmutableSet<String> allow;

  /**
   * Makes a decision.
   *
   * @param asked the operations asked; null: the one that the reason is about
   */
  Decision(
      EngineIdentity madeBy,
      Reason reason,
      Optional<Operation> operation,
      @Nullable ImmutableList<Operation> asked,
      ImmutableSet<String> allow) {
    this.madeBy = madeBy;
    this.reason = reason;
    this.operation = operation;
    this.asked = asked;
    this.allow = allow;
  }

  /** Returns whether the request is allowed. */
  public boolean isAllowed() {
    return reason == Reason.ALLOWED;
  }

  /** Returns why. */
  public Reason reason() {
    return reason;
  }

  /**
   * Returns the operation that the reason is about: of those asked, the first that denies, or the
   * first when all allow. There is none when nothing was asked.
   */
  public Optional<Operation> operation() {
    return operation;
  }

  /** Returns the operations asked, all of which must allow, in catalogue order; usually one. */
  public List<Operation> asked() {
    return operations();
  }

  ImmutableList<Operation> operations() {
    return asked == null ? ImmutableList.of(operation.orElseThrow()) : asked;
  }

  /**
   * Returns the methods that the path has, in catalogue order, when the reason is {@link
   * Reason#METHOD_NOT_ALLOWED}, for the {@code Allow} field of RFC 9110, section 10.2.1; none
   * otherwise.
   */
  public Set<String> allow() {
    return allow;
  }

  /** Returns the reason and the operation. */
  @Override
  public String toString() {
    return operation.map(of -> reason + " " + of).orElse(reason.toString());
  }
}
