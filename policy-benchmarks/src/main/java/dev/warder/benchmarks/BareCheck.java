package dev.warder.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.impl.ECDSA;
import dev.warder.gate.token.Algorithm;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The check of a signature and nothing else: bytes and key are as the provider wants them. */
final class BareCheck {
  private static final PSSParameterSpec PSS =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  private final Algorithm algorithm;
  private final Provider provider;
  private final PublicKey key;
  private final Mac mac;
  private final byte[] signed;
  private final byte[] signature;

  BareCheck(Algorithm algorithm, Provider provider, PublicKey key, String token)
      throws GeneralSecurityException, JOSEException {
    this.algorithm = algorithm;
    this.provider = provider;
    this.key = key;
    int dot = token.lastIndexOf('.');
    this.signed = token.substring(0, dot).getBytes(StandardCharsets.US_ASCII);
    byte[] plain = Base64.getUrlDecoder().decode(token.substring(dot + 1));
    this.signature = algorithm == Algorithm.ES256 ? ECDSA.transcodeSignatureToDER(plain) : plain;
    this.mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SignedTokens.SECRET, "HmacSHA256"));
  }

  boolean isGood() throws GeneralSecurityException {
    if (algorithm == Algorithm.HS256) {
      return MessageDigest.isEqual(mac.doFinal(signed), signature);
    }
    Signature check = Signature.getInstance(name(), provider);
    if (algorithm == Algorithm.PS256) {
      check.setParameter(PSS);
    }
    check.initVerify(key);
    check.update(signed);
    return check.verify(signature);
  }

  private String name() {
    return switch (algorithm) {
      case RS256 -> "SHA256withRSA";
      case PS256 -> "RSASSA-PSS";
      case ES256 -> "SHA256withECDSA";
      case EDDSA -> "Ed25519";
      case HS256 -> "HmacSHA256";
    };
  }
}
