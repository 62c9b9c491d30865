package dev.warder.authority;

/**
 * A token that was just given another value. The new value is valid and the old one is revoked,
 * durably; what may be left is the time until every gate refuses the old one. Keep the new value
 * first, then wait: whatever happens to the wait, the value is not lost. Safe for use by many
 * threads.
 *
 * <pre>{@code
 * Rotation rotation = authority.rotate(actor, id, "60d");
 * keep(rotation.token().value());
 * rotation.awaitOldValueRefused();
 * }</pre>
 */
public final class Rotation {
  private static final String DONE =
      "the token was rotated: its new value is valid, and its old value is revoked, which every"
          + " gate heeds within its bound";

  private final IssuedToken token;
  private final FollowerWait followerWait;
  private volatile boolean isOldValueRefused;

  Rotation(IssuedToken token, FollowerWait followerWait) {
    this.token = token;
    this.followerWait = followerWait;
  }

  /** Returns the token with its new value, which is nowhere else. */
  public IssuedToken token() {
    return token;
  }

  /**
   * Waits until no gate accepts the old value: those of this process when this returns, those of
   * other processes since the bound of every follower is over. May be called again after a failure
   * or an interruption, and then waits for the whole bound; after it returned it returns at once.
   *
   * @throws StoreFailure when the store cannot be read, or the thread is interrupted, which it
   *     stays. The token is rotated all the same, and no gate accepts the old value once its bound
   *     is over
   */
  public void awaitOldValueRefused() throws StoreFailure {
    if (!isOldValueRefused) {
      followerWait.await(DONE);
      isOldValueRefused = true;
    }
  }

  /** Returns the token's id, and nothing of its value. */
  @Override
  public String toString() {
    return "rotation of " + token;
  }
}
