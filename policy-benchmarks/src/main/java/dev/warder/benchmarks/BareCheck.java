package dev.warder.benchmarks;

import com.nimbusds.jose.crypto.impl.ECDSA;
import dev.warder.benchmarks.peer.TokenPeer;
import dev.warder.gate.token.Algorithm;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import javax.crypto.Mac;

/**
 * The check of a signature and nothing else: bytes, key and the object that checks are as the
 * provider wants them. It checks the texts that it was made of in turn, whatever text it is given.
 */
final class BareCheck implements TokenPeer {
  private static final PSSParameterSpec PSS =
      new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1);

  private final Check check;
  private final byte[][] signed;
  private final byte[][] signatures;
  private final String[] ids;
  private int next;

  /** Tells whether bytes have a signature, by one object that is kept ready. */
  @FunctionalInterface
  private interface Check {
    boolean isGood(byte[] text, byte[] signature) throws GeneralSecurityException;
  }

  /** Makes the check of texts, a power of two of them, the first of which has the number 0. */
  BareCheck(Algorithm algorithm, Provider provider, Key key, String... texts) throws Exception {
    this.check = check(algorithm, provider, key);
    this.signed = new byte[texts.length][];
    this.signatures = new byte[texts.length][];
    this.ids = new String[texts.length];
    for (int i = 0; i < texts.length; i++) {
      int dot = texts[i].lastIndexOf('.');
      signed[i] = texts[i].substring(0, dot).getBytes(StandardCharsets.US_ASCII);
      byte[] plain = Base64.getUrlDecoder().decode(texts[i].substring(dot + 1));
      signatures[i] = algorithm == Algorithm.ES256 ? ECDSA.transcodeSignatureToDER(plain) : plain;
      ids[i] = SignedTokens.id(i);
    }
  }

  private static Check check(Algorithm algorithm, Provider provider, Key key)
      throws GeneralSecurityException {
    if (algorithm == Algorithm.HS256) {
      Mac mac = Mac.getInstance("HmacSHA256", provider);
      mac.init(key);
      return (text, code) -> MessageDigest.isEqual(mac.doFinal(text), code);
    }
    Signature check = Signature.getInstance(name(algorithm), provider);
    if (algorithm == Algorithm.PS256) {
      check.setParameter(PSS);
    }
    check.initVerify((PublicKey) key);
    return (text, signature) -> {
      check.update(text);
      return check.verify(signature);
    };
  }

  private static String name(Algorithm algorithm) {
    return switch (algorithm) {
      case RS256 -> "SHA256withRSA";
      case PS256 -> "RSASSA-PSS";
      case ES256 -> "SHA256withECDSA";
      case EDDSA -> "Ed25519";
      default -> throw new IllegalArgumentException("no signature: " + algorithm);
    };
  }

  @Override
  public String tokenId(String token) throws GeneralSecurityException {
    int place = next++ & (ids.length - 1);
    if (!check.isGood(signed[place], signatures[place])) {
      throw new SignatureException(ids[place]);
    }
    return ids[place];
  }
}
