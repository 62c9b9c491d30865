package dev.warder.gate.token;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The keys that tokens are verified by: a JWK set (RFC 7517, section 5) in which each key has an id
 * of its own and is for one algorithm. Keys that cannot be used are left out, and {@link #ignored}
 * lists them; a set of which none is left is refused. Immutable and safe for use by many threads.
 *
 * <p>Signatures are checked by the Amazon Corretto Crypto Provider where the application has it and
 * it can do the key, otherwise by the providers that are installed, or by one that is handed over.
 */
public final class KeySet {
  /** The most bytes that a key set may have. */
  public static final int MOST_BYTES = KeySetReader.MOST_BYTES;

  private final ImmutableList<KeyEntry> entries;
  private final ImmutableMap<String, VerificationKey> byId;
  private final ImmutableList<UsedKey> used;
  private final ImmutableList<IgnoredKey> ignored;
  private final KeyRules rules;

  private KeySet(KeySetReader.ReadKeys read, KeyRules rules) {
    this.rules = rules;
    this.entries = read.entries();
    this.byId = Maps.uniqueIndex(read.keys(), VerificationKey::id);
    this.used = read.used();
    this.ignored = read.ignored();
  }

  /**
   * Returns the key set that a JSON text is, for tokens of the strict profile.
   *
   * @throws InvalidKeySet when it is none, or none of its keys is fit for verifying tokens
   */
  public static KeySet parse(String json) throws InvalidKeySet {
    return parse(json, KeyRules.STRICT);
  }

  /**
   * Returns the key set that a JSON text is, for tokens of a profile: it says which algorithms are
   * accepted, and whether keys may be without {@code alg} or {@code kid}.
   *
   * @throws InvalidKeySet when it is none, or none of its keys is fit for verifying tokens
   */
  public static KeySet parse(String json, TokenProfile profile) throws InvalidKeySet {
    return parse(json, profile.keys);
  }

  private static KeySet parse(String json, KeyRules rules) throws InvalidKeySet {
    return parse(json.getBytes(StandardCharsets.UTF_8), rules, SignatureChecks.fastestFirst());
  }

  /** Returns the key set that a JSON text in UTF-8 is, its signatures checked as given. */
  static KeySet parse(byte[] json, KeyRules rules, List<SignatureChecks> checks)
      throws InvalidKeySet {
    return new KeySet(KeySetReader.read(json, rules, checks), rules);
  }

  /**
   * Returns the key set that a JSON text is, the signatures of its public keys checked by one
   * provider.
   *
   * @throws InvalidKeySet as above, or when the provider can do none of the keys
   */
  public static KeySet parse(String json, Provider provider) throws InvalidKeySet {
    return parse(
        json.getBytes(StandardCharsets.UTF_8), KeyRules.STRICT, SignatureChecks.by(provider));
  }

  /**
   * Returns the key set that a file holds. It is read once; later changes of the file do nothing.
   *
   * @throws InvalidKeySet when it holds none, or none of its keys is fit for verifying tokens
   * @throws IOException when it cannot be read
   */
  public static KeySet read(Path file) throws InvalidKeySet, IOException {
    return read(file, KeyRules.STRICT);
  }

  /**
   * Returns the key set that a file holds, for tokens of a profile, as {@link #parse(String,
   * TokenProfile)} does.
   *
   * @throws InvalidKeySet when it holds none, or none of its keys is fit for verifying tokens
   * @throws IOException when it cannot be read
   */
  public static KeySet read(Path file, TokenProfile profile) throws InvalidKeySet, IOException {
    return read(file, profile.keys);
  }

  private static KeySet read(Path file, KeyRules rules) throws InvalidKeySet, IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return parse(in.readNBytes(MOST_BYTES + 1), rules, SignatureChecks.fastestFirst());
    }
  }

  /**
   * Returns the key set of one secret, for {@link Algorithm#HS256}. Who verifies by it can also
   * make tokens.
   *
   * @param id the key's id, which headers name as {@code kid}
   * @param secret 32 to 1,024 bytes of a random source
   * @throws InvalidKeySet when id or secret is not as it should be
   */
  public static KeySet ofSecret(String id, byte[] secret) throws InvalidKeySet {
    String value = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    List<?> keys = List.of(Map.of("kty", "oct", "kid", id, "alg", "HS256", "k", value));
    return new KeySet(
        KeySetReader.read(keys, KeyRules.STRICT, SignatureChecks.fastestFirst()), KeyRules.STRICT);
  }

  /**
   * Returns the ids of the keys that are used, in the order of the set; the empty text for a key
   * without one.
   */
  public Set<String> ids() {
    return byId.keySet();
  }

  /** Returns the keys that are used, in the order of the set. */
  public List<UsedKey> used() {
    return used;
  }

  /** Returns the keys that are left out, in the order of the set. */
  public List<IgnoredKey> ignored() {
    return ignored;
  }

  VerificationKey key(TokenHeader header) throws TokenRejected {
    VerificationKey key = byId.get(header.keyId());
    if (key == null) {
      throw TokenRejected.of(TokenFault.UNKNOWN_KEY);
    }
    if (key.algorithm() != header.algorithm()) {
      throw TokenRejected.of(TokenFault.OTHER_ALGORITHM);
    }
    return key;
  }

  /** Returns by which rules keys were left out. */
  KeyRules rules() {
    return rules;
  }

  boolean has(String id) {
    return byId.containsKey(id);
  }

  /** Returns whether another set has the same keys, in the same order. */
  boolean hasSameKeysAs(KeySet other) {
    return entries.equals(other.entries);
  }

  /** Returns ids and algorithms, and nothing of the keys. */
  @Override
  public String toString() {
    return byId.values().toString();
  }
}
