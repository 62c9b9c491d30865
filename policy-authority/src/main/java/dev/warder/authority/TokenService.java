package dev.warder.authority;

import static java.util.Objects.requireNonNull;

import dev.warder.authority.key.UnreadableKey;
import dev.warder.gate.Gate;
import dev.warder.gate.revocation.RevocationFollower;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Issues tokens and judges requests by them: an authority and a gate over one store, with its keys
 * and one follower of its revocations. So what the authority rotates or revokes, the gate refuses
 * once that has returned, and so does every other service over the same store. Safe for use by many
 * threads.
 *
 * <pre>{@code
 * try (TokenService service =
 *     TokenService.builder()
 *         .store("tokens.db")
 *         .encryptionKey(KeyWrapping.of(secret))
 *         .auditKey(auditSecret)
 *         .mark(Path.of("gateway-1.mark"))
 *         .acceptAnyLogWhenThereIsNoMark() // for the first start
 *         .catalogue(catalogue, owners)
 *         .issuer("https://tokens.example.com")
 *         .audience("control-api")
 *         .open()) { … }
 * }</pre>
 */
public final class TokenService implements AutoCloseable {
  private static final Duration KEYS_INTERVAL = Duration.ofSeconds(10);

  /** So many polls begin within one bound. */
  private static final int POLLS = 5;

  private final OpenedParts opened = new OpenedParts();
  private final Store store;
  private final StoredKeys storedKeys;
  private final Optional<String> keptToOwner;
  private final FollowedKeys keys;
  private final RevocationFollower follower;
  private final TokenAuthority authority;
  private final Accounts accounts;
  private final Gate gate;

  private TokenService(TokenServiceBuilder parts) throws UnreadableKey, StoreFailure, IOException {
    try {
      this.store = opened.add(Store.open(requireNonNull(parts.place), parts.clock));
      this.storedKeys = parts.storedKeys(store);
      this.keptToOwner = storedKeys.keepToOwner();
      this.keys = opened.add(FollowedKeys.start(storedKeys, parts.algorithm, KEYS_INTERVAL));
      this.follower = opened.add(parts.follower(store.revocations()));
      follower.poll();
      follower.start(parts.bound.dividedBy(POLLS));
      this.authority = parts.authority(store, keys, follower);
      this.accounts = Accounts.of(store, parts.auditKey());
      this.gate = opened.add(parts.gate(store, keys, follower));
    } catch (UnreadableKey | StoreFailure | IOException | RuntimeException | Error e) {
      closeAfter(e);
      throw e;
    }
  }

  private void closeAfter(Throwable failure) {
    try {
      close();
    } catch (RuntimeException | Error e) {
      failure.addSuppressed(e);
    }
  }

  static TokenService open(TokenServiceBuilder parts)
      throws UnreadableKey, StoreFailure, IOException {
    return new TokenService(parts);
  }

  /** Returns a builder, which asks for all that a service is made of. */
  public static TokenServiceBuilder builder() {
    return new TokenServiceBuilder();
  }

  /** Returns what issues, lists, rotates and revokes tokens. */
  public TokenAuthority authority() {
    return authority;
  }

  /** Returns the accounts of the store and their members. */
  public Accounts accounts() {
    return accounts;
  }

  /** Returns what judges requests: by the store's keys and by its revocations. */
  public Gate gate() {
    return gate;
  }

  /**
   * Returns the keys that sign, to rotate and to list. This service heeds a rotation by them at
   * once, others within ten seconds.
   */
  public StoredKeys keys() {
    return storedKeys;
  }

  /** Returns the follower of the store's revocations: its head and its problems. */
  public RevocationFollower follower() {
    return follower;
  }

  /**
   * Returns why the keys could not be read the last time; nothing when they could. After three
   * times in a row, which is within some thirty seconds, the gate accepts no token.
   */
  public Optional<String> keysProblem() {
    return keys.problem();
  }

  /**
   * Returns that the store's file was open to others than its owner and is so no more, as {@link
   * StoredKeys#keepToOwner} has it; nothing when it was not, or keys are stored encrypted.
   */
  public Optional<String> keptToOwner() {
    return keptToOwner;
  }

  /** Returns the store, such as for its {@link Audit}. It is closed with the service. */
  public Store store() {
    return store;
  }

  /**
   * Closes gate, follower, keys and store, in this order, and each of them whatever another one
   * throws. To close twice is no error.
   */
  @Override
  public void close() {
    opened.close();
  }
}
