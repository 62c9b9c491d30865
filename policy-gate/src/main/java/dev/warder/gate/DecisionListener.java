package dev.warder.gate;

/**
 * Is told of every outcome of a gate, one at a time, on a thread of the gate's own. So it neither
 * slows nor breaks a request, and what it throws is dropped. When it falls behind by more than may
 * wait, outcomes are dropped, and the next event says how many.
 */
@FunctionalInterface
public interface DecisionListener {
  /** Is told of an outcome. */
  void decided(DecisionEvent event);

  /** Is told that no more outcomes are waiting, as to write what was gathered. */
  default void caughtUp() {}
}
