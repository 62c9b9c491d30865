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
import java.security.spec.ECGenParameterSpec;
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
  private static final int SECRET_BYTES = 32;
  private static final int ED25519_BYTES = 32;
  private static final String HMAC = "HmacSHA256";
  private static final PSSParameterSpec PS256 =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

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
      return switch (algorithm) {
        case RS256, PS256 ->
            pair(
                algorithm,
                "RSA",
                new RSAKeyGenParameterSpec(2048, RSAKeyGenParameterSpec.F4),
                random);
        case ES256 -> pair(algorithm, "EC", new ECGenParameterSpec("secp256r1"), random);
        case EDDSA -> pair(algorithm, "Ed25519", NamedParameterSpec.ED25519, random);
        case HS256 -> secret(random);
        default ->
            throw new IllegalArgumentException(
                "tests sign by RS256, PS256, ES256, EdDSA or HS256, not by " + algorithm);
      };
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no keys for " + algorithm, e);
    }
  }

  private static SigningKey pair(
      Algorithm algorithm, String name, AlgorithmParameterSpec spec, SecureRandom random)
      throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(name);
    generator.initialize(spec, random);
    KeyPair pair = generator.generateKeyPair();
    return new SigningKey(algorithm, pair.getPrivate(), random, jwk(pair.getPublic()));
  }

  private static JWK jwk(PublicKey key) {
    if (key instanceof RSAPublicKey rsa) {
      return new RSAKey.Builder(rsa).build();
    } else if (key instanceof ECPublicKey ec) {
      return new ECKey.Builder(Curve.P_256, ec).build();
    }
    // The last 32 bytes of a key's X.509 form are the key (RFC 8410, section 4).
    byte[] encoded = key.getEncoded();
    byte[] x = Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length);
    return new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(x)).build();
  }

  private static SigningKey secret(SecureRandom random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return new SigningKey(
        Algorithm.HS256,
        new SecretKeySpec(secret, HMAC),
        random,
        new OctetSequenceKey.Builder(secret).build());
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
      if (algorithm == Algorithm.HS256) {
        Mac mac = Mac.getInstance(HMAC);
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
    return switch (algorithm) {
      case RS256 -> Signature.getInstance("SHA256withRSA");
      case ES256 -> Signature.getInstance("SHA256withECDSAinP1363Format");
      case PS256 -> {
        Signature signature = Signature.getInstance("RSASSA-PSS");
        signature.setParameter(PS256);
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
