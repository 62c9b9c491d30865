package dev.warder.authority;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.authority.key.KeyRing;
import dev.warder.authority.key.KeyUse;
import dev.warder.authority.key.KeyWrapping;
import dev.warder.authority.key.LastExpiry;
import dev.warder.authority.key.SigningKey;
import dev.warder.authority.key.StoredKey;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.gate.token.Algorithm;
import dev.warder.model.text.Quoted;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The signing keys that a store keeps: made on first use, rotated with overlap, and retired when
 * nothing that they signed is left. They are the store's and no account's: its {@link Operator}
 * manages them, and no user of an account does. Safe for use by many threads and processes.
 */
public final class StoredKeys {
  /** Who makes the first key: nobody asked for it. */
  private static final String FIRST_USE = "(first use)";

  /** How long a clock must have shown a time before keys are retired by it. */
  private static final Duration SETTLING = Duration.ofDays(1);

  private final Store store;
  private final KeyWrapping wrapping;
  private final AuditChain audit;
  private final SecureRandom random;
  private final List<Following> followers = new CopyOnWriteArrayList<>();

  /** Reads the keys anew, since they were rotated. */
  interface Following {
    void read() throws UnreadableKey, StoreFailure;
  }

  private StoredKeys(Store store, KeyWrapping wrapping, AuditChain audit, SecureRandom random) {
    this.store = store;
    this.wrapping = wrapping;
    this.audit = audit;
    this.random = random;
  }

  /**
   * Returns the keys of a store.
   *
   * @param auditKey by which the audit is chained; it does not belong into the store
   * @throws IllegalArgumentException when a server would keep them unencrypted: a file is its
   *     owner's alone, a database server is not; or for an audit key of fewer than 32 bytes
   */
  public static StoredKeys of(
      Store store, KeyWrapping wrapping, byte[] auditKey, SecureRandom random) {
    if (!wrapping.isEncrypting() && !store.isFile()) {
      throw new IllegalArgumentException(
          "a database server keeps private keys only encrypted; give a key to encrypt them by");
    }
    return new StoredKeys(store, wrapping, AuditChain.of(auditKey), random);
  }

  /**
   * Returns the keys. Where there are none yet one is made. They are read on connections that only
   * followers use: other readers cannot keep a gate from its keys. A file that has them unencrypted
   * is its owner's alone before they are used.
   *
   * @param algorithm of the first key; not looked at when there is one
   * @throws UnreadableKey when they are encrypted by another key, or damaged
   * @throws StoreFailure when the store cannot be read or written
   */
  KeyRing ring(Algorithm algorithm) throws UnreadableKey, StoreFailure {
    keepFileToOwner();
    List<SigningKeyRow> kept = store.readToFollow(StoredKeys::inUse);
    if (kept.isEmpty()) {
      // Made outside of the transaction, as it may take a second; of two made at once one is kept.
      SigningKey made = SigningKey.generate(algorithm, random, store.now());
      kept =
          store.write(
              rows -> {
                if (inUse(rows).isEmpty()) {
                  rows.signingKeys().add(row(made, made.createdAt()));
                  record(rows, FIRST_USE, "make-key", made.id());
                }
                return inUse(rows);
              });
    }
    return unwrapped(kept);
  }

  /**
   * Adds a key, which is published at once and signs after a time. Keys of whose tokens none is
   * left are retired, and what signed is erased; after a time in which nothing was done in the
   * store, a rotation a day later does that. In a file it may stay in the write-ahead log until no
   * reader needs that any more: then the next change of any program erases it. A server keeps it in
   * its write-ahead log, its backups, and its tables until these are vacuumed.
   *
   * <p>When this returns, the {@link TokenService} that these keys are of signs and verifies by the
   * keys as they are then, and so does what follows them by {@link FollowedKeys}. Others read the
   * keys again within ten seconds, so a lead is longer than that.
   *
   * @param lead at least how long it may take until every verifier has fetched it
   * @return all keys then, as {@link #list} returns them
   * @throws Refused for a secret (HS256) beside other keys, or more keys than a ring has, or when
   *     another rotates at once; nothing was added then
   * @throws UnreadableKey when the keys there are cannot be read
   * @throws StoreFailure when the store cannot be read or written. Where only the last reading
   *     failed, the message begins with the key that was added: it stays, and those who follow the
   *     keys read them again within ten seconds
   * @throws IllegalArgumentException for a negative lead
   */
  @CanIgnoreReturnValue
  public List<KeyInfo> rotate(Operator operator, Algorithm algorithm, Duration lead)
      throws Refused, UnreadableKey, StoreFailure {
    KeyRing before = ring(algorithm);
    checkArgument(!lead.isNegative(), "a key does not sign before it is published: %s", lead);
    checkFits(before, algorithm);
    SigningKey made = SigningKey.generate(algorithm, random, store.now());
    List<String> ids = before.uses().stream().map(use -> use.key().id()).toList();
    List<KeyInfo> now =
        store.write(
            rows -> {
              if (!inUse(rows).stream().map(SigningKeyRow::id).toList().equals(ids)) {
                throw new Refused(
                    RefusalReason.KEYS_CHANGED,
                    "another changed the keys just now; do it again if it is still wanted");
              }
              retireSpent(rows, operator, before);
              rows.signingKeys().add(row(made, rows.now().plus(lead)));
              record(rows, operator.inAudit(), "rotate-key", made.id());
              return KeyInfo.of(rows.signingKeys().list(), rows.now());
            });
    // Once readers let it: a later change tries again.
    store.eraseDeleted();
    heed(made.id());
    return now;
  }

  /** Has each follower read the keys, also when another one fails. */
  private void heed(String added) throws StoreFailure {
    @Nullable Exception failure = null;
    for (Following follower : followers) {
      try {
        follower.read();
      } catch (UnreadableKey | StoreFailure | RuntimeException e) {
        failure = failure == null ? e : failure;
      }
    }
    if (failure != null) {
      throw StoreFailure.whileWaiting(
          "the key " + added + " was added, and those who follow the keys read it within seconds",
          failure instanceof StoreFailure of ? of.kind() : StoreFailure.Kind.OTHER,
          failure.getMessage(),
          failure);
    }
  }

  /** Has a follower read the keys after each rotation. */
  void onRotated(Following follower) {
    followers.add(follower);
  }

  void endOnRotated(Following follower) {
    followers.remove(follower);
  }

  private static void checkFits(KeyRing ring, Algorithm algorithm) throws Refused {
    Algorithm first = ring.uses().get(0).key().algorithm();
    if ((first == Algorithm.HS256) != (algorithm == Algorithm.HS256)) {
      throw new Refused(
          RefusalReason.UNFIT_KEY,
          "a secret (HS256) and keys with a public half are never in one store together: it has "
              + first.code());
    }
    if (ring.uses().size() >= KeyRing.MOST_KEYS) {
      throw new Refused(
          RefusalReason.UNFIT_KEY,
          "there are %d keys whose tokens have not all expired, and may be no more"
              .formatted(KeyRing.MOST_KEYS));
    }
  }

  /**
   * Retires what is not needed any more, even to verify by. A clock that is far ahead would have
   * every token expired, so what may not have expired yet counts as what never does.
   */
  private void retireSpent(Rows rows, Operator operator, KeyRing ring) throws StoreFailure {
    Instant passed = rows.audit().passed(SETTLING);
    Map<String, LastExpiry> expiries = new HashMap<>();
    for (KeyUse use : ring.uses()) {
      LastExpiry last = rows.tokens().lastExpiry(use.key().id());
      expiries.put(use.key().id(), last.isOver(passed) ? last : LastExpiry.NEVER);
    }
    Set<String> left =
        ring.withoutSpent(rows.now(), id -> requireNonNull(expiries.get(id))).uses().stream()
            .map(use -> use.key().id())
            .collect(toSet());
    for (KeyUse use : ring.uses()) {
      String id = use.key().id();
      if (!left.contains(id) && rows.signingKeys().retire(id, rows.now())) {
        record(rows, operator.inAudit(), "retire-key", id);
      }
    }
  }

  /**
   * Returns all keys, those that were retired too, in the order in which they begin to sign.
   *
   * @throws StoreFailure when the store cannot be read
   */
  public List<KeyInfo> list() throws StoreFailure {
    return store.read(rows -> KeyInfo.of(rows.signingKeys().list(), rows.now()));
  }

  /**
   * Returns the public keys that tokens are verified by as a JWK set (RFC 7517, section 5), to be
   * published. It holds nothing private. It tells nothing of revocations: a verifier elsewhere must
   * learn of those by itself. The gate of this store is that of a {@link TokenService}.
   *
   * @throws UnreadableKey when the keys are encrypted by another key, or damaged
   * @throws StoreFailure when the store cannot be read
   * @throws IllegalStateException when the store has no key yet, or the keys are secrets (HS256),
   *     which are not published
   */
  public String publicJwks() throws UnreadableKey, StoreFailure {
    keepFileToOwner();
    List<SigningKeyRow> kept = store.read(StoredKeys::inUse);
    checkState(!kept.isEmpty(), "the store has no key yet; the first token makes the first key");
    return unwrapped(kept).publicJwks();
  }

  /**
   * Returns the secret of a key for {@link Algorithm#HS256}, to be handed to a verifier, which can
   * then make tokens too. That it was is in the audit.
   *
   * @throws Refused when there is no such key, or it is a private key, which never leaves the store
   * @throws UnreadableKey when it is encrypted by another key, or damaged
   * @throws StoreFailure when the store cannot be read or written
   */
  public byte[] exportSecret(Operator operator, String id)
      throws Refused, UnreadableKey, StoreFailure {
    keepFileToOwner();
    SigningKeyRow row = store.read(rows -> secret(rows, id));
    byte[] secret = use(row).key().exportSecret();
    return store.write(
        rows -> {
          SigningKeyRow unused = secret(rows, id);
          record(rows, operator.inAudit(), "export-secret", id);
          return secret;
        });
  }

  private static SigningKeyRow secret(Rows rows, String id) throws Refused, StoreFailure {
    for (SigningKeyRow key : inUse(rows)) {
      if (key.id().equals(id) && key.knownAlgorithm() == Algorithm.HS256) {
        return key;
      } else if (key.id().equals(id)) {
        throw new Refused(
            RefusalReason.PRIVATE_KEY,
            "a private key never leaves the store; publish its public half");
      }
    }
    throw new Refused(
        RefusalReason.UNKNOWN_KEY, "the store has no key " + Quoted.of(id) + " in use");
  }

  /**
   * Where keys are kept unencrypted in a file, takes from others what permissions they have, and
   * says so; nothing where they have none, or keys are encrypted.
   *
   * @throws StoreFailure when the file's permissions cannot be changed
   */
  public Optional<String> keepToOwner() throws StoreFailure {
    return wrapping.isEncrypting() ? Optional.empty() : store.keepToOwner();
  }

  /** Called before keys are used, since the file may have been opened to others meanwhile. */
  private void keepFileToOwner() throws StoreFailure {
    Optional<String> unused = keepToOwner();
  }

  private void record(Rows rows, String actor, String action, String key) throws StoreFailure {
    String detail = "{\"key\":" + TextList.writeOne(key) + "}";
    AuditRow unused =
        rows.audit()
            .append(
                audit, new AuditEvent(actor, action, Optional.empty(), Optional.empty(), detail));
  }

  private static List<SigningKeyRow> inUse(Rows rows) throws StoreFailure {
    return rows.signingKeys().list().stream().filter(key -> key.retiredAt().isEmpty()).toList();
  }

  private SigningKeyRow row(SigningKey key, Instant signsFrom) {
    StoredKey stored = wrapping.wrap(key, random);
    return new SigningKeyRow(
        stored.id(),
        stored.algorithm().code(),
        stored.material(),
        stored.isEncrypted(),
        stored.createdAt(),
        signsFrom,
        Optional.empty());
  }

  private KeyRing unwrapped(List<SigningKeyRow> rows) throws UnreadableKey {
    List<KeyUse> uses = new ArrayList<>();
    for (SigningKeyRow row : rows) {
      uses.add(use(row));
    }
    return KeyRing.of(uses);
  }

  private KeyUse use(SigningKeyRow row) throws UnreadableKey {
    StoredKey stored =
        new StoredKey(
            row.id(), row.knownAlgorithm(), row.material(), row.isEncrypted(), row.createdAt());
    return new KeyUse(wrapping.unwrap(stored), row.signsFrom());
  }
}
