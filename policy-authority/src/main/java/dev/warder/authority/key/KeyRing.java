package dev.warder.authority.key;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import dev.warder.gate.token.InvalidKeySet;
import dev.warder.gate.token.KeySet;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The keys of an authority, in the order in which they begin to sign: one signs, and all are
 * published, so that tokens are verified by them. Immutable and safe for use by many threads.
 *
 * <p>Of the keys that have begun at a time, the one that began last signs. So a rotation needs no
 * moment in which all verifiers change over: the new key is published at once and signs later, and
 * an old one stays published until no token of its is left.
 */
public final class KeyRing {
  /** The most keys that a ring may have. */
  public static final int MOST_KEYS = 100;

  private static final Comparator<KeyUse> ORDER =
      Comparator.comparing(KeyUse::signsFrom).thenComparing(use -> use.key().createdAt());

  private final ImmutableList<KeyUse> uses;

  private KeyRing(ImmutableList<KeyUse> uses) {
    this.uses = uses;
  }

  /** Returns the ring of one key, which signs from the start. */
  public static KeyRing of(SigningKey key) {
    return new KeyRing(ImmutableList.of(new KeyUse(key, key.createdAt())));
  }

  /**
   * Returns the ring of keys, in whichever order they are given. Of two that begin at one instant
   * the one that was made later counts as the later one; were they made at one instant too, the one
   * that is given later.
   *
   * @throws IllegalArgumentException when there are none or more than {@link #MOST_KEYS}, two have
   *     one id, or secrets stand beside other keys
   */
  public static KeyRing of(List<KeyUse> uses) {
    checkArgument(!uses.isEmpty(), "a ring has a key");
    checkArgument(
        uses.size() <= MOST_KEYS,
        "a ring has at most %s keys; retire those that are no longer needed",
        MOST_KEYS);
    Set<String> ids = new HashSet<>();
    for (KeyUse use : uses) {
      checkArgument(ids.add(use.key().id()), "key %s stands twice in the ring", use.key());
      checkArgument(
          use.key().isSecret() == uses.get(0).key().isSecret(),
          "secrets (HS256) and public keys are never in one ring: %s and %s",
          uses.get(0).key(),
          use.key());
    }
    return new KeyRing(ImmutableList.sortedCopyOf(ORDER, uses));
  }

  /** Returns the keys, in the order in which they begin to sign. */
  public List<KeyUse> uses() {
    return uses;
  }

  /**
   * Returns the key that signs at a time: the one that began last, exactly from its first instant
   * on. Where none has begun, since a clock was set back, the first.
   */
  public SigningKey signingKey(Instant now) {
    return uses.get(signer(now)).key();
  }

  private int signer(Instant now) {
    for (int i = uses.size() - 1; i > 0; i--) {
      if (!now.isBefore(uses.get(i).signsFrom())) {
        return i;
      }
    }
    return 0;
  }

  /**
   * Returns this ring without the keys that nobody needs any more: those that began before the one
   * that signs, when the last of their tokens has expired, exactly then included.
   *
   * @param lastExpiries says of the id of a key when the last token that it signed expires
   */
  public KeyRing withoutSpent(Instant now, Function<String, LastExpiry> lastExpiries) {
    int signer = signer(now);
    ImmutableList.Builder<KeyUse> left = ImmutableList.builder();
    for (int i = 0; i < uses.size(); i++) {
      KeyUse use = uses.get(i);
      if (i >= signer || !lastExpiries.apply(use.key().id()).isOver(now)) {
        left.add(use);
      }
    }
    return new KeyRing(left.build());
  }

  /** Returns the keys that tokens are verified by, for a verifier in this process. */
  public KeySet keySet() {
    try {
      KeySet keys = KeySet.parse(verificationKeys());
      checkState(keys.ignored().isEmpty(), "the ring has unfit keys: %s", keys.ignored());
      return keys;
    } catch (InvalidKeySet e) {
      throw new IllegalStateException("the ring makes no key set: " + e.getMessage(), e);
    }
  }

  /**
   * Returns the keys that tokens are verified by as a JWK set (RFC 7517, section 5), to be
   * published. It holds nothing private.
   *
   * @throws IllegalStateException when the keys are secrets, which are not published
   */
  public String publicJwks() {
    checkState(
        !uses.get(0).key().isSecret(),
        "an HS256 key is a secret and is not published: everyone who has it can make tokens");
    return verificationKeys();
  }

  private String verificationKeys() {
    return TokenText.keySet(
        uses.stream()
            .map(use -> use.key().verificationMembers())
            .collect(ImmutableList.toImmutableList()));
  }

  /** Returns ids and algorithms, and nothing of the keys. */
  @Override
  public String toString() {
    return uses.stream().map(KeyUse::key).toList().toString();
  }
}
