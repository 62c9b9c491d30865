package dev.warder.authority;

import dev.warder.gate.revocation.RevocationFollower;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Sees to it that a revocation is heeded: by the follower of this process, if it has one, at once,
 * by others when their bound is over, since each reads what was committed before, or says that it
 * cannot tell.
 */
final class FollowerWait {
  private final Optional<RevocationFollower> follower;
  private final Duration bound;
  private final Pause pause;

  /** How to wait. */
  @FunctionalInterface
  interface Pause {
    void pauseFor(Duration time) throws InterruptedException;
  }

  FollowerWait(Optional<RevocationFollower> follower, Duration bound, Pause pause) {
    this.follower = follower;
    this.bound = bound;
    this.pause = pause;
  }

  /** Waits, so that others come in between. */
  void pause(Duration time) throws InterruptedException {
    pause.pauseFor(time);
  }

  /**
   * Returns once nobody lets through what was revoked before.
   *
   * @param done what was changed, and stays so: the beginning of a failure's message
   * @throws StoreFailure when the store cannot be read just now, or the thread is interrupted: it
   *     is revoked, and heeded within the bound all the same
   */
  void await(String done) throws StoreFailure {
    try {
      if (follower.isPresent()) {
        follower.get().poll();
      }
      pause.pauseFor(bound);
    } catch (IOException | RuntimeException e) {
      throw e.getCause() instanceof StoreFailure failure
          ? StoreFailure.whileWaiting(done, failure.kind(), failure.getMessage(), e)
          : StoreFailure.whileWaiting(done, StoreFailure.Kind.OTHER, e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw StoreFailure.whileWaiting(
          done, StoreFailure.Kind.OTHER, "the thread was interrupted; wait again", e);
    }
  }
}
