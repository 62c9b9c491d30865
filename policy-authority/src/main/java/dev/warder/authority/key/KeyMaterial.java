package dev.warder.authority.key;

import dev.warder.gate.token.Algorithm;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What signs, by the providers that the JDK has: a secret, or a private key and its public one. As
 * bytes it is the secret itself, or the length of the private key, it (PKCS #8), and the public key
 * (X.509), which the JDK does not work out from a private one.
 */
final class KeyMaterial {
  private static final int RSA_BITS = 3_072;
  private static final int SECRET_BYTES = 32;
  private static final String HMAC = "HmacSHA256";
  private static final PSSParameterSpec PS256 =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  private final Algorithm algorithm;
  private final Key key;
  private final @Nullable PublicKey publicKey;

  private KeyMaterial(Algorithm algorithm, Key key, @Nullable PublicKey publicKey) {
    this.algorithm = algorithm;
    this.key = key;
    this.publicKey = publicKey;
  }

  static KeyMaterial generate(Algorithm algorithm, SecureRandom random) {
    try {
      return switch (algorithm) {
        case RS256, PS256 ->
            pair(
                algorithm, new RSAKeyGenParameterSpec(RSA_BITS, RSAKeyGenParameterSpec.F4), random);
        case ES256 -> pair(algorithm, new ECGenParameterSpec("secp256r1"), random);
        case EDDSA -> pair(algorithm, NamedParameterSpec.ED25519, random);
        case HS256 -> {
          byte[] secret = new byte[SECRET_BYTES];
          random.nextBytes(secret);
          yield secret(secret);
        }
        default -> throw new AssertionError(algorithm);
      };
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java makes no keys for " + algorithm, e);
    }
  }

  private static KeyMaterial pair(
      Algorithm algorithm, AlgorithmParameterSpec spec, SecureRandom random)
      throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(keyName(algorithm));
    generator.initialize(spec, random);
    KeyPair pair = generator.generateKeyPair();
    return new KeyMaterial(algorithm, pair.getPrivate(), pair.getPublic());
  }

  private static KeyMaterial secret(byte[] secret) {
    return new KeyMaterial(Algorithm.HS256, new SecretKeySpec(secret, HMAC), null);
  }

  /**
   * Returns the material that bytes are.
   *
   * @throws GeneralSecurityException when they are none for this algorithm
   */
  static KeyMaterial decode(Algorithm algorithm, byte[] bytes) throws GeneralSecurityException {
    if (algorithm == Algorithm.HS256) {
      if (bytes.length != SECRET_BYTES) {
        throw new InvalidKeyException("not the bytes of a secret");
      }
      return secret(bytes);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int length = bytes.length < Integer.BYTES ? -1 : buffer.getInt();
    if (length < 0 || length > buffer.remaining()) {
      throw new InvalidKeyException("not the bytes of a pair of keys");
    }
    byte[] encodedPrivate = new byte[length];
    buffer.get(encodedPrivate);
    byte[] encodedPublic = new byte[buffer.remaining()];
    buffer.get(encodedPublic);
    KeyFactory factory = KeyFactory.getInstance(keyName(algorithm));
    KeyMaterial material =
        new KeyMaterial(
            algorithm,
            factory.generatePrivate(new PKCS8EncodedKeySpec(encodedPrivate)),
            factory.generatePublic(new X509EncodedKeySpec(encodedPublic)));
    material.checkPair();
    return material;
  }

  /** Throws unless the public key verifies what the private key signs. */
  private void checkPair() throws GeneralSecurityException {
    byte[] probe = {1};
    Signature signature = signature();
    signature.initVerify(publicKey);
    signature.update(probe);
    if (!signature.verify(signed(probe))) {
      throw new InvalidKeyException("the private and the public key are not one pair");
    }
  }

  /** Returns the bytes that {@link #decode} reads. They are as secret as the key. */
  byte[] encode() {
    byte[] encodedKey = key.getEncoded();
    if (publicKey == null) {
      return encodedKey;
    }
    byte[] encodedPublic = publicKey.getEncoded();
    return ByteBuffer.allocate(Integer.BYTES + encodedKey.length + encodedPublic.length)
        .putInt(encodedKey.length)
        .put(encodedKey)
        .put(encodedPublic)
        .array();
  }

  /** Returns the public key, or null where there is a secret alone. */
  @Nullable PublicKey publicKey() {
    return publicKey;
  }

  /** Returns the signature in the form that a JWS has (RFC 7518, section 3). */
  byte[] sign(byte[] input) {
    try {
      return signed(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java does not sign by " + algorithm, e);
    }
  }

  private byte[] signed(byte[] input) throws GeneralSecurityException {
    if (algorithm == Algorithm.HS256) {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(input);
    }
    Signature signature = signature();
    // Not the caller's random source: a predictable one would give an elliptic curve's key away.
    signature.initSign((PrivateKey) key);
    signature.update(input);
    return signature.sign();
  }

  private Signature signature() throws GeneralSecurityException {
    return switch (algorithm) {
      case RS256 -> Signature.getInstance("SHA256withRSA");
      case PS256 -> {
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(PS256);
        yield signature;
      }
      case ES256 -> Signature.getInstance("SHA256withECDSAinP1363Format");
      case EDDSA -> Signature.getInstance("Ed25519");
      default -> throw new AssertionError(algorithm);
    };
  }

  private static String keyName(Algorithm algorithm) {
    return switch (algorithm) {
      case RS256, PS256 -> "RSA";
      case ES256 -> "EC";
      case EDDSA -> "Ed25519";
      default -> throw new AssertionError(algorithm);
    };
  }

  /** Returns the algorithm, and nothing of the key. */
  @Override
  public String toString() {
    return algorithm.code();
  }
}
