package dev.warder.testkit;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.warder.gate.token.Algorithm;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key of an issuer, which signs by the JDK alone. Its private part is shown to nobody. */
final class SigningKey {
  private static final int ED25519_BYTES = 32;
  private final Algorithm algorithm;
  private final Key key;
  private final SecureRandom random;
  private final String jwk;

  private SigningKey(Algorithm algorithm, Key key, SecureRandom random, JWK verifying) {
    this.algorithm = algorithm;
    this.key = key;
    this.random = random;
    Map<String, Object> members = verifying.toJSONObject();
    members.put("kid", id());
    members.put("alg", algorithm.code());
    members.put("use", "sig");
    this.jwk = JsonText.object(members);
  }

  static SigningKey generate(Algorithm algorithm, SecureRandom random) {
    try {
      return switch (family(algorithm)) {
        case "RS", "PS" ->
            pair(
                algorithm,
                "RSA",
                new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4),
                random);
        case "ES" -> pair(algorithm, "EC", curve(algorithm).toECParameterSpec(), random);
        case "HS" -> secret(algorithm, random);
        default -> pair(algorithm, "Ed25519", NamedParameterSpec.ED25519, random);
      };
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no keys for " + algorithm, e);
    }
  }

  /** Returns the first two letters of an algorithm: those of its family, unless it is EdDSA. */
  private static String family(Algorithm algorithm) {
    return algorithm.code().substring(0, 2);
  }

  /** Returns the bits of the hash, which the code ends with. */
  private static int bits(Algorithm algorithm) {
    return Integer.parseInt(algorithm.code().substring(2));
  }

  private static Curve curve(Algorithm algorithm) {
    return switch (algorithm) {
      case ES384 -> Curve.P_384;
      case ES512 -> Curve.P_521;
      default -> Curve.P_256;
    };
  }

  private static SigningKey pair(
      Algorithm algorithm, String name, AlgorithmParameterSpec spec, SecureRandom random)
      throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(name);
    generator.initialize(spec, random);
    KeyPair pair = generator.generateKeyPair();
    return new SigningKey(algorithm, pair.getPrivate(), random, jwk(pair.getPublic(), algorithm));
  }

  private static JWK jwk(PublicKey key, Algorithm algorithm) {
    if (key instanceof RSAPublicKey rsa) {
      return new RSAKey.Builder(rsa).build();
    } else if (key instanceof ECPublicKey ec) {
      return new ECKey.Builder(curve(algorithm), ec).build();
    }
    // The last 32 bytes of a key's X.509 form are the key (RFC 8410, section 4).
    byte[] encoded = key.getEncoded();
    byte[] x = Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length);
    return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(x)).build();
  }

  private static SigningKey secret(Algorithm algorithm, SecureRandom random) {
    byte[] secret = new byte[bits(algorithm) / Byte.SIZE];
    random.nextBytes(secret);
    return new SigningKey(
        algorithm,
        new SecretKeySpec(secret, hmac(algorithm)),
        random,
        new OctetSequenceKey.Builder(secret).build());
  }

  private static String hmac(Algorithm algorithm) {
    return "HmacSHA" + bits(algorithm);
  }

  String id() {
    return "test-" + algorithm.code();
  }

  Algorithm algorithm() {
    return algorithm;
  }

  /** Returns what verifies by this key: public, but for a secret. */
  String jwk() {
    return jwk;
  }

  byte[] sign(String input) {
    byte[] bytes = input.getBytes(StandardCharsets.US_ASCII);
    try {
      if (family(algorithm).equals("HS")) {
        Mac mac = Mac.getInstance(hmac(algorithm));
        mac.init(key);
        return mac.doFinal(bytes);
      }
      Signature signature = signature();
      signature.initSign((PrivateKey) key, random);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot sign by " + algorithm, e);
    }
  }

  private Signature signature() throws GeneralSecurityException {
    return switch (family(algorithm)) {
      case "RS" -> Signature.getInstance("SHA" + bits(algorithm) + "withRSA");
      case "ES" -> Signature.getInstance("SHA" + bits(algorithm) + "withECDSAinP1363Format");
      case "PS" -> {
        String hash = "SHA-" + bits(algorithm);
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(
            new PSSParameterSpec(
                hash, "MGF1", new MGF1ParameterSpec(hash), bits(algorithm) / Byte.SIZE, 1));
        yield signature;
      }
      default -> Signature.getInstance("Ed25519");
    };
  }

  /** Returns id and algorithm, and nothing of the key. */
  @Override
  public String toString() {
    return id();
  }
}
