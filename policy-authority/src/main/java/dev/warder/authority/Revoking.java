package dev.warder.authority;

import dev.warder.authority.StoreFailure.Kind;
import dev.warder.gate.revocation.Revocation;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Revokes tokens, and returns when no gate accepts them. See {@link TokenAuthority}. */
final class Revoking {
  private static final String HEEDED = ", which every gate heeds within its bound";

  /** What one transaction revokes at most: others wait three seconds for theirs. */
  private static final int MOST_OF_A_BATCH = 500;

  /** The longest pause of a program that waits for a locked file: it comes in between. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Store store;
  private final AuditChain audit;
  private final FollowerWait followerWait;

  /**
   * The tokens that are to be revoked, of an account or of a user in it.
   *
   * @param last the ordinal of the last one that there was at the beginning
   */
  private record Meant(String account, @Nullable String user, long last) {
    boolean includes(TokenRow token) {
      return token.ordinal() <= last && (user == null || user.equals(token.createdBy()));
    }
  }

  /**
   * What was revoked so far.
   *
   * @param end the ordinal of the last token that was looked at
   */
  private record Done(int revoked, long end) {}

  Revoking(Store store, AuditChain audit, FollowerWait followerWait) {
    this.store = store;
    this.audit = audit;
    this.followerWait = followerWait;
  }

  TokenInfo one(Actor actor, String id) throws Refused, StoreFailure {
    TokenInfo revoked =
        store.write(
            rows -> {
              TokenRow token = new Rules(rows, actor).token(id);
              revoke(rows, actor, token);
              return new TokenInfo(rows.tokens().get(id).orElseThrow());
            });
    followerWait.await("the token was revoked" + HEEDED);
    return revoked;
  }

  private void revoke(Rows rows, Actor actor, TokenRow token) throws StoreFailure {
    if (rows.tokens().revoke(token.id(), rows.now())) {
      rows.revocations().append(new Revocation.OfToken(token.issuer(), token.id()));
      Optional<String> account = Optional.of(token.accountId());
      rows.audit()
          .append(
              audit,
              new AuditEvent(actor.user(), "revoke", account, Optional.of(token.id()), "{}"));
    }
  }

  /**
   * Revokes the tokens of an account, or of a user in it, that exist when this is called: the
   * oldest first, in several transactions.
   */
  int all(Actor actor, String account, @Nullable String user) throws Refused, StoreFailure {
    long last =
        store.read(
            rows -> {
              new Rules(rows, actor).checkManaged(account);
              return rows.tokens().nextOrdinal(account) - 1;
            });
    Meant meant = new Meant(account, user, last);
    Done done = new Done(0, 0);
    while (done.end() < last) {
      done = next(actor, meant, done);
    }
    followerWait.await(done.revoked() + " tokens were revoked" + HEEDED);
    return done.revoked();
  }

  private Done next(Actor actor, Meant meant, Done before) throws StoreFailure {
    try {
      if (before.revoked() > 0) {
        followerWait.pause(PAUSE);
      }
      return store.write(rows -> next(rows, actor, meant, before));
    } catch (StoreFailure e) {
      throw before.revoked() == 0 ? e : unfinished(before, e.kind(), e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unfinished(before, Kind.OTHER, "the thread was interrupted", e);
    }
  }

  private Done next(Rows rows, Actor actor, Meant meant, Done before) throws StoreFailure {
    int revoked = before.revoked();
    long end = meant.last();
    for (TokenRow token : rows.tokens().page(meant.account(), before.end(), MOST_OF_A_BATCH)) {
      end = token.ordinal();
      if (meant.includes(token) && token.revokedAt().isEmpty()) {
        revoke(rows, actor, token);
        revoked++;
      }
    }
    return new Done(revoked, end);
  }

  private static StoreFailure unfinished(
      Done done, Kind kind, @Nullable String why, Exception cause) {
    return StoreFailure.unfinished(
        done.revoked() + " tokens were revoked" + HEEDED, kind, why, cause);
  }
}
