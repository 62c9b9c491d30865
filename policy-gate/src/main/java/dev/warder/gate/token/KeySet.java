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
 * of its own and is for one algorithm. A set with a key that is not wholly as it should be is
 * refused whole. Immutable and safe for use by many threads.
 *
 * <p>Signatures are checked by the Amazon Corretto Crypto Provider where the application has it and
 * it can do the key, otherwise by the providers that are installed, or by one that is handed over.
 */
public final class KeySet {
  /** The most bytes that a key set may have. */
  public static final int MOST_BYTES = KeySetReader.MOST_BYTES;

  private final ImmutableList<KeyEntry> entries;
  private final ImmutableMap<String, VerificationKey> byId;

  private KeySet(KeySetReader.ReadKeys read) {
    this.entries = read.entries();
    this.byId = Maps.uniqueIndex(read.keys(), VerificationKey::id);
  }

  /**
   * Returns the key set that a JSON text is.
   *
   * @throws InvalidKeySet when it is none, or one of its keys is not fit for verifying tokens
   */
  public static KeySet parse(String json) throws InvalidKeySet {
    return parse(json.getBytes(StandardCharsets.UTF_8), SignatureChecks.fastestFirst());
  }

  /** Returns the key set that a JSON text in UTF-8 is, its signatures checked as given. */
  static KeySet parse(byte[] json, List<SignatureChecks> checks) throws InvalidKeySet {
    return new KeySet(KeySetReader.read(json, checks));
  }

  /** Returns the key set of keys, each given as JSON would be read. */
  static KeySet of(List<?> keys) throws InvalidKeySet {
    return new KeySet(KeySetReader.read(keys, SignatureChecks.fastestFirst()));
  }

  /**
   * Returns the key set that a JSON text is, the signatures of its public keys checked by one
   * provider.
   *
   * @throws InvalidKeySet as above, or when the provider cannot do one of the keys
   */
  public static KeySet parse(String json, Provider provider) throws InvalidKeySet {
    return parse(json.getBytes(StandardCharsets.UTF_8), SignatureChecks.by(provider));
  }

  /**
   * Returns the key set that a file holds. It is read once; later changes of the file do nothing.
   *
   * @throws InvalidKeySet when it holds none, or one of its keys is not fit for verifying tokens
   * @throws IOException when it cannot be read
   */
  public static KeySet read(Path file) throws InvalidKeySet, IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return parse(in.readNBytes(MOST_BYTES + 1), SignatureChecks.fastestFirst());
    }
  }

  /**
   * Returns the key set of one secret, for {@link Algorithm#HS256}. Who verifies by it can also
   * make tokens.
   *
   * @param id the key's id, which headers name as {@code kid}
   * @param secret 32 bytes or more, of a random source
   * @throws InvalidKeySet when id or secret is not as it should be
   */
  public static KeySet ofSecret(String id, byte[] secret) throws InvalidKeySet {
    String value = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    return of(List.of(Map.of("kty", "oct", "kid", id, "alg", "HS256", "k", value)));
  }

  /** Returns the ids of the keys, in the order of the set. */
  public Set<String> ids() {
    return byId.keySet();
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

  boolean has(String id) {
    return byId.containsKey(id);
  }

  /** Returns whether a key checks tokens by a secret: everyone who has it can also make tokens. */
  boolean isSymmetric() {
    return byId.values().stream().anyMatch(key -> key.algorithm().isSymmetric());
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
