package dev.warder.authority;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.gate.revocation.Revocation;
import dev.warder.gate.token.AccessToken;
import dev.warder.gate.token.TokenRejected;
import dev.warder.model.text.VisibleName;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Issues, lists, rotates and revokes tokens, as the owners and admins of an account ask. Every
 * change is one transaction, with a row in the audit; what is refused, or fails, is not done at
 * all. Safe for use by many threads, and several processes may use one store.
 */
public final class TokenAuthority {
  private final Store store;
  private final AuditChain audit;
  private final String issuer;
  private final CapabilityChoice capabilities;
  private final ExpiryChoice expiries;
  private final TokenSigning signing;
  private final SecureRandom random;
  private final FollowerWait followerWait;
  private final TokenQueries queries;
  private final Revoking revoking;

  TokenAuthority(TokenAuthorityBuilder.Parts parts) {
    this.store = parts.store();
    this.audit = parts.audit();
    this.issuer = parts.issuer();
    this.capabilities = CapabilityChoice.of(parts.catalogue());
    this.expiries = ExpiryChoice.of(parts.catalogue());
    this.signing = new TokenSigning(parts.audience(), parts.keys(), parts.clockSkew());
    this.random = parts.random();
    this.followerWait = parts.followerWait();
    this.queries = new TokenQueries(store, issuer, signing);
    this.revoking = new Revoking(store, audit, followerWait);
  }

  /**
   * Returns a builder of an authority for a process without a gate. In a process with one, {@link
   * TokenService} makes both.
   */
  public static TokenAuthorityBuilder builder() {
    return new TokenAuthorityBuilder();
  }

  /**
   * Issues a token in the actor's name. Its value is returned, and kept nowhere.
   *
   * @throws Refused when the actor manages no such account, several and none is named, name,
   *     capabilities or expiry are not as they should be, verifiers would refuse the token, or the
   *     key that signs was retired
   * @throws StoreFailure when the store cannot be read or written
   */
  public IssuedToken issue(Actor actor, TokenRequest request) throws Refused, StoreFailure {
    Set<String> chosen = capabilities.choose(request.capabilities());
    String name = checkName(request.name());
    return store.write(
        rows -> {
          String account = new Rules(rows, actor).account(request.account().orElse(null));
          Instant issuedAt = rows.now().truncatedTo(ChronoUnit.SECONDS);
          TokenSigning.Signer signer = signing.signer(rows);
          TokenRow token =
              new TokenRow(
                  uuid(),
                  account,
                  rows.tokens().nextOrdinal(account),
                  name,
                  actor.user(),
                  rows.now(),
                  List.copyOf(chosen),
                  issuer,
                  uuid(),
                  Optional.of(signer.key().id()),
                  issuedAt,
                  expiries.expiresAt(request.expiry().orElse(null), issuedAt),
                  Optional.empty(),
                  Optional.empty());
          rows.tokens().add(token);
          record(rows, actor, "issue", account, Optional.of(token.id()));
          return signing.sign(token, signer, "choose fewer, or issue several tokens");
        });
  }

  /**
   * Gives a token another value and another expiry. Id, name, capabilities and account stay. This
   * returns as soon as the change is durable, so that the value is at hand before anything else can
   * fail; {@link Rotation#awaitOldValueRefused} waits until no gate accepts the old one. An expired
   * token may be rotated.
   *
   * @param lifetime one as {@link ExpiryChoice} understands it; null for the default
   * @throws Refused when the actor manages no such token, it was revoked, the expiry is none,
   *     verifiers would refuse the token, or the key that signs was retired
   * @throws StoreFailure when the store cannot be read or written
   */
  public Rotation rotate(Actor actor, String id, @Nullable String lifetime)
      throws Refused, StoreFailure {
    IssuedToken rotated =
        store.write(
            rows -> {
              TokenRow old = new Rules(rows, actor).token(id);
              Instant issuedAt = rows.now().truncatedTo(ChronoUnit.SECONDS);
              Optional<Instant> expiresAt = expiries.expiresAt(lifetime, issuedAt);
              TokenSigning.Signer signer = signing.signer(rows);
              if (!rows.tokens().rotate(id, uuid(), signer.key().id(), issuedAt, expiresAt)) {
                throw new Refused(
                    RefusalReason.REVOKED,
                    "the token was revoked, which is for good; issue another");
              }
              rows.revocations()
                  .append(
                      new Revocation.OfValue(
                          old.issuer(), old.valueId(), old.expiresAt().orElse(null)));
              record(rows, actor, "rotate", old.accountId(), Optional.of(id));
              return signing.sign(
                  rows.tokens().get(id).orElseThrow(),
                  signer,
                  "issue another with fewer, and revoke this one");
            });
    return new Rotation(rotated, followerWait);
  }

  /**
   * Returns the same as {@link #rotate(Actor, String, String)} with the default expiry.
   *
   * @throws Refused as there
   * @throws StoreFailure as there
   */
  public Rotation rotate(Actor actor, String id) throws Refused, StoreFailure {
    return rotate(actor, id, null);
  }

  /**
   * Revokes a token with every value that it had, for good. When this returns it is let through
   * nowhere. To revoke one twice is no error, and changes nothing.
   *
   * @throws Refused when the actor manages no such token
   * @throws StoreFailure when the store cannot be read or written; when it fails after the change,
   *     the message says so, and to revoke it again waits again
   */
  public TokenInfo revoke(Actor actor, String id) throws Refused, StoreFailure {
    return revoking.one(actor, id);
  }

  /**
   * Revokes all tokens of an account, as they are when this is called. When this returns no gate
   * accepts one of them. Each transaction revokes at most 500, with a pause after it, so that
   * others change the store in between.
   *
   * @return how many were revoked that were not
   * @throws Refused when the actor manages no such account
   * @throws StoreFailure when the store cannot be read or written; when it fails after a change,
   *     the message says how many were revoked and stay so, and to do it again goes on
   */
  @CanIgnoreReturnValue
  public int revokeAll(Actor actor, String account) throws Refused, StoreFailure {
    return revoking.all(actor, account, null);
  }

  /**
   * Revokes the tokens of an account that a user had issued, as {@link #revokeAll(Actor, String)}
   * does those of all users.
   *
   * @return how many were revoked that were not
   * @throws Refused as there
   * @throws StoreFailure as there
   */
  @CanIgnoreReturnValue
  public int revokeAll(Actor actor, String account, String user) throws Refused, StoreFailure {
    return revoking.all(actor, account, requireNonNull(user));
  }

  /**
   * Returns a token.
   *
   * @throws Refused when the actor manages no such token
   * @throws StoreFailure when the store cannot be read
   */
  public TokenInfo get(Actor actor, String id) throws Refused, StoreFailure {
    return queries.get(actor, id);
  }

  /**
   * Returns a page of an account's tokens, the oldest first, revoked and expired ones too. A later
   * page costs what the first does.
   *
   * @param account its id; null for the one that the actor manages alone
   * @param from where the page begins: 0, or {@link TokenPage#next} of the one before
   * @param most how many at most, from 1 to 1,000
   * @throws Refused when the actor manages no such account
   * @throws StoreFailure when the store cannot be read
   * @throws IllegalArgumentException for more or fewer
   */
  public TokenPage list(Actor actor, @Nullable String account, long from, int most)
      throws Refused, StoreFailure {
    return queries.list(actor, account, from, most);
  }

  /**
   * Returns a page of the live tokens of the accounts that an actor manages that expire within a
   * time, the first to expire first; exactly at its end included. Reminders are due 7 days and 1
   * day before. A page with fewer tokens than asked for is the last.
   *
   * @param after the last token of the page before; null for the first page
   * @param most how many at most, from 1 to 1,000
   * @throws StoreFailure when the store cannot be read
   * @throws IllegalArgumentException for more or fewer, or after a token that never expires
   */
  public List<TokenInfo> expiring(Actor actor, Duration within, @Nullable TokenInfo after, int most)
      throws StoreFailure {
    return queries.expiring(actor, within, after, most);
  }

  /**
   * Returns what a client may know of the token that it presents, which a gate verified.
   *
   * @throws Refused when the token is none of this store's, or was revoked or rotated
   * @throws StoreFailure when the store cannot be read
   */
  public TokenDetails describe(AccessToken token) throws Refused, StoreFailure {
    return queries.describe(token);
  }

  /**
   * Returns what a client may know of the token whose value it presents. The value must be one that
   * a gate of this issuer and audience accepts.
   *
   * @throws TokenRejected when a gate would not accept the value, whatever was revoked
   * @throws Refused when the token is none of this store's, or was revoked or rotated
   * @throws StoreFailure when the store cannot be read
   */
  public TokenDetails describe(String value) throws TokenRejected, Refused, StoreFailure {
    return queries.describe(value);
  }

  /**
   * Returns the id of the token that a value is of, for {@link #get}, {@link #rotate} or {@link
   * #revoke}, which check the actor. A key of the store signed the value. Its issuer and audience
   * are not checked, and the token may be revoked.
   *
   * @throws TokenRejected when no key of the store signed the value, or it has expired
   */
  public String idOf(String value) throws TokenRejected {
    return queries.idOf(value);
  }

  private void record(Rows rows, Actor actor, String action, String account, Optional<String> token)
      throws StoreFailure {
    rows.audit()
        .append(audit, new AuditEvent(actor.user(), action, Optional.of(account), token, "{}"));
  }

  private static String checkName(String name) throws Refused {
    if (!VisibleName.isOne(name)) {
      throw new Refused(RefusalReason.BAD_NAME, "a token's name has " + VisibleName.RULE);
    }
    return name;
  }

  /** Returns a random UUID (RFC 9562, section 5.4) of the randomness that was handed in. */
  private String uuid() {
    long high = (random.nextLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x4000L;
    long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }
}
