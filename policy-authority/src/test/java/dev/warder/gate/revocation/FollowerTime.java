package dev.warder.gate.revocation;

import java.util.function.LongSupplier;

/** Lets tests of other packages say how time passes for a follower. */
public final class FollowerTime {
  private FollowerTime() {}

  /** Returns the builder, whose follower measures its bound by these nanoseconds. */
  public static RevocationFollowerBuilder by(
      RevocationFollowerBuilder builder, LongSupplier nanos) {
    return builder.nanos(nanos);
  }
}
