package dev.warder.gate.token;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;

/**
 * A compact JWS (RFC 7515, section 7.1) cut into its parts and decoded: canonical, and not verified
 * in any way.
 */
final class CompactToken {
  private final String text;
  private final int signatureDot;
  private final byte[] header;
  private final byte[] claims;
  private final byte[] signature;

  private CompactToken(
      String text, int signatureDot, byte[] header, byte[] claims, byte[] signature) {
    this.text = text;
    this.signatureDot = signatureDot;
    this.header = header;
    this.claims = claims;
    this.signature = signature;
  }

  static CompactToken parse(String text, int mostCharacters) throws TokenRejected {
    if (text.length() > mostCharacters) {
      throw TokenRejected.of(TokenFault.TOO_LONG);
    }
    int claimsDot = text.indexOf('.');
    int signatureDot = text.indexOf('.', claimsDot + 1);
    boolean isThreeParts =
        claimsDot > 0
            && signatureDot > claimsDot + 1
            && signatureDot < text.length() - 1
            && text.indexOf('.', signatureDot + 1) < 0;
    if (!isThreeParts) {
      throw TokenRejected.of(TokenFault.NOT_COMPACT);
    }
    return new CompactToken(
        text,
        signatureDot,
        decode(text.substring(0, claimsDot)),
        decode(text.substring(claimsDot + 1, signatureDot)),
        decode(text.substring(signatureDot + 1)));
  }

  private static byte[] decode(String part) throws TokenRejected {
    byte[] bytes = Base64Url.decode(part);
    if (bytes == null) {
      throw TokenRejected.of(TokenFault.NOT_BASE64URL);
    }
    return bytes;
  }

  byte[] header() {
    return header;
  }

  byte[] claims() {
    return claims;
  }

  byte[] signature() {
    return signature;
  }

  Base64URL signatureText() {
    return new Base64URL(text.substring(signatureDot + 1));
  }

  /** Returns the bytes that are signed (RFC 7515, section 5.2). */
  byte[] signingInput() {
    return text.substring(0, signatureDot).getBytes(StandardCharsets.ISO_8859_1);
  }
}
