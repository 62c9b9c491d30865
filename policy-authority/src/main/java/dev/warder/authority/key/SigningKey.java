package dev.warder.authority.key;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.InvalidKeySet;
import dev.warder.gate.token.KeySet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * A key that tokens are signed by. What it signs by leaves it in two ways: wrapped, to be stored
 * ({@link KeyWrapping}), and where it is a secret, by {@link #exportSecret}. Immutable and safe for
 * use by many threads.
 */
public final class SigningKey {
  /** The warning to show when {@link Algorithm#HS256} is chosen. */
  public static final String HS256_WARNING =
      "with HS256, everyone who can verify a token can also make one; choose ES256, EdDSA or RS256,"
          + " where verifiers have a public key only";

  /** The algorithms of signing keys: RS256, PS256, ES256, EdDSA and HS256. */
  public static final Set<Algorithm> ALGORITHMS =
      Sets.immutableEnumSet(
          Algorithm.RS256, Algorithm.PS256, Algorithm.ES256, Algorithm.EDDSA, Algorithm.HS256);

  private static final int ID_BYTES = 16;

  private final String id;
  private final KeyMaterial material;
  private final Algorithm algorithm;
  private final Instant createdAt;

  private SigningKey(String id, Algorithm algorithm, KeyMaterial material, Instant createdAt) {
    this.id = id;
    this.algorithm = algorithm;
    this.material = material;
    this.createdAt = createdAt;
  }

  /**
   * Returns a new key, under a new id: RSA of 3,072 bits, a point of P-256 or of Ed25519, or a
   * secret of 32 bytes. RSA may take seconds.
   *
   * @param now kept to the millisecond
   * @throws IllegalArgumentException for an algorithm that is none of {@link #ALGORITHMS}
   * @throws IllegalStateException when this Java has no keys of the kind
   */
  public static SigningKey generate(Algorithm algorithm, SecureRandom random, Instant now) {
    checkArgument(
        ALGORITHMS.contains(algorithm),
        "an authority signs by one of %s, not by %s",
        ALGORITHMS,
        algorithm);
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    return new SigningKey(
        TokenText.base64Url(id),
        algorithm,
        KeyMaterial.generate(algorithm, random),
        now.truncatedTo(ChronoUnit.MILLIS));
  }

  /**
   * Returns the key of bytes that {@link #material} gave.
   *
   * @throws GeneralSecurityException when they make no key that tokens could be verified by
   */
  static SigningKey of(String id, Algorithm algorithm, byte[] material, Instant createdAt)
      throws GeneralSecurityException {
    SigningKey key =
        new SigningKey(id, algorithm, KeyMaterial.decode(algorithm, material), createdAt);
    try {
      var unused = KeySet.parse(TokenText.keySet(ImmutableList.of(key.verificationMembers())));
    } catch (InvalidKeySet e) {
      throw new InvalidKeyException("no key to verify by");
    }
    return key;
  }

  /** Returns the key's id, which headers name as {@code kid}: 22 characters of base64url. */
  public String id() {
    return id;
  }

  /** Returns the one algorithm that the key is for. */
  public Algorithm algorithm() {
    return algorithm;
  }

  /** Returns when the key was made. */
  public Instant createdAt() {
    return createdAt;
  }

  /**
   * Returns a token: a compact JWS (RFC 7515, section 7.1) of type {@code at+jwt}. Everyone who has
   * this text can use the token. How long it is depends on the content; verifiers accept 8,192
   * characters unless told otherwise.
   *
   * <p>What ES256 and PS256 need of randomness they take from the JDK.
   */
  public String sign(TokenContent content) {
    String input = TokenText.signingInput(id, algorithm, content);
    byte[] signature = material.sign(input.getBytes(StandardCharsets.US_ASCII));
    return input + "." + TokenText.base64Url(signature);
  }

  /**
   * Returns the secret of a key for {@link Algorithm#HS256}, to be handed to a verifier, which can
   * then make tokens too. The caller keeps it from logs and disks.
   *
   * @throws IllegalStateException when the key is none for HS256: a private key is not exported
   */
  public byte[] exportSecret() {
    checkState(isSecret(), "%s has a private key, which is not exported", this);
    return material.encode();
  }

  boolean isSecret() {
    return algorithm == Algorithm.HS256;
  }

  /** Returns the members of the key's JWK that it is verified by; of a secret, it is among them. */
  ImmutableMap<String, String> verificationMembers() {
    PublicKey publicKey = material.publicKey();
    return publicKey == null
        ? VerificationMembers.ofSecret(id, material.encode())
        : VerificationMembers.of(id, algorithm, publicKey);
  }

  /** Returns all of the key in bytes, to be wrapped. */
  byte[] material() {
    return material.encode();
  }

  /** Returns id and algorithm, and nothing of the key. */
  @Override
  public String toString() {
    return id + " (" + algorithm + ")";
  }
}
