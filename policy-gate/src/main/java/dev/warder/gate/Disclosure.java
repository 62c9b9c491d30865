package dev.warder.gate;

/**
 * How much the answer to a denied request says to a caller whose token was verified. Others are
 * told the reason alone, whatever is chosen here.
 */
public enum Disclosure {
  /** The reason. */
  REASON,
  /** The reason, and the operation asked. */
  OPERATION,
  /** All of it: what the operation needs, what is missing, what would be enough, where to read. */
  CAPABILITIES
}
