package dev.warder.gate.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.nimbusds.jose.util.Base64URL;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import javax.crypto.Mac;

/**
 * A compact JWS (RFC 7515, section 7.1) cut into its parts, claims and signature decoded:
 * canonical, and not verified in any way.
 */
final class CompactToken {
  /** A byte for each character; what is no Latin letter has become what no part may have. */
  private final byte[] text;

  private final int claimsDot;
  private final int signatureDot;
  private final byte[] claims;
  private final byte[] signature;

  private CompactToken(
      byte[] text, int claimsDot, int signatureDot, byte[] claims, byte[] signature) {
    this.text = text;
    this.claimsDot = claimsDot;
    this.signatureDot = signatureDot;
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
    byte[] bytes = text.getBytes(ISO_8859_1);
    // Two halves of a character outside of the basic plane have become one byte.
    if (bytes.length != text.length()) {
      throw TokenRejected.of(TokenFault.NOT_BASE64URL);
    }
    return new CompactToken(
        bytes,
        claimsDot,
        signatureDot,
        decode(bytes, claimsDot + 1, signatureDot),
        decode(bytes, signatureDot + 1, bytes.length));
  }

  private static byte[] decode(byte[] text, int from, int to) throws TokenRejected {
    byte[] bytes = Base64Url.decode(text, from, to);
    if (bytes == null) {
      throw TokenRejected.of(TokenFault.NOT_BASE64URL);
    }
    return bytes;
  }

  /** Returns the header as it was encoded. */
  byte[] header() throws TokenRejected {
    return decode(text, 0, claimsDot);
  }

  /** Returns a copy of the header's text. */
  byte[] headerText() {
    return Arrays.copyOf(text, claimsDot);
  }

  boolean hasHeaderText(byte[] other) {
    return Arrays.equals(text, 0, claimsDot, other, 0, other.length);
  }

  byte[] claims() {
    return claims;
  }

  byte[] signature() {
    return signature;
  }

  Base64URL signatureText() {
    return new Base64URL(
        new String(text, signatureDot + 1, text.length - signatureDot - 1, ISO_8859_1));
  }

  /** Returns the code of the bytes that are signed. */
  byte[] authenticate(Mac mac) {
    mac.update(text, 0, signatureDot);
    return mac.doFinal();
  }

  /** Hands over the bytes that are signed. */
  void update(Signature check) throws SignatureException {
    check.update(text, 0, signatureDot);
  }

  /** Returns the bytes that are signed (RFC 7515, section 5.2). */
  byte[] signingInput() {
    return Arrays.copyOf(text, signatureDot);
  }
}
