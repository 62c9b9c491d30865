package dev.warder.gate.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Ways in which a good signature becomes a wrong one, by the names that the vectors give them. */
enum SignatureChange {
  FIRST_BIT("one bit of the signature is another, at its start"),
  LAST_BIT("one bit of the signature is another, at its end"),
  OTHER_BYTES("signed bytes are others"),
  LONGER("one byte more"),
  SHORTER("one byte less"),
  ZEROS("nothing but zeros"),
  TRUNCATED("the first 32 bytes of the code"),
  R_IS_ZERO("r is 0"),
  S_IS_ZERO("s is 0"),
  R_AND_S_ARE_N("r and s are n"),
  DER("the form that certificates have (DER)");

  private final String title;

  SignatureChange(String title) {
    this.title = title;
  }

  /** Returns what the vectors call it, behind the algorithm and a colon. */
  String title() {
    return title;
  }

  boolean isFor(Algorithm algorithm) {
    return switch (this) {
      case TRUNCATED -> algorithm == Algorithm.HS384 || algorithm == Algorithm.HS512;
      case R_IS_ZERO, S_IS_ZERO, R_AND_S_ARE_N, DER -> algorithm.keyType().equals("EC");
      default -> true;
    };
  }

  /** Returns a token of a key with the signature changed, or what it signs. */
  String of(String token, SigningKey key) {
    int dot = token.lastIndexOf('.');
    if (this == OTHER_BYTES) {
      int claims = token.indexOf('.') + 1;
      String others = Signed.base64(decoded(token.substring(claims, dot)) + " ");
      return token.substring(0, claims) + others + token.substring(dot);
    }
    byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
    return token.substring(0, dot + 1) + Signed.base64(changed(signature, key));
  }

  private static String decoded(String part) {
    return new String(Base64.getUrlDecoder().decode(part), UTF_8);
  }

  private byte[] changed(byte[] signature, SigningKey key) {
    int size = signature.length;
    byte[] changed = signature.clone();
    switch (this) {
      case FIRST_BIT -> changed[0] ^= (byte) 0x80;
      case LAST_BIT -> changed[size - 1] ^= 1;
      case LONGER -> changed = Arrays.copyOf(signature, size + 1);
      case SHORTER -> changed = Arrays.copyOf(signature, size - 1);
      case TRUNCATED -> changed = Arrays.copyOf(signature, 32);
      case R_IS_ZERO -> Arrays.fill(changed, 0, size / 2, (byte) 0);
      case S_IS_ZERO -> Arrays.fill(changed, size / 2, size, (byte) 0);
      case R_AND_S_ARE_N -> changed = twice(order(key), size / 2);
      case DER -> changed = der(signature);
      default -> changed = new byte[size];
    }
    return changed;
  }

  private static BigInteger order(SigningKey key) {
    return ((ECPublicKey) key.pair().getPublic()).getParams().getOrder();
  }

  private static byte[] twice(BigInteger number, int size) {
    byte[] both = Arrays.copyOf(SigningKey.bytes(number, size), 2 * size);
    System.arraycopy(both, 0, both, size, size);
    return both;
  }

  /** Two numbers of ASN.1 in a sequence (RFC 3279, section 2.2.3). */
  private static byte[] der(byte[] signature) {
    int half = signature.length / 2;
    byte[] r = new BigInteger(1, Arrays.copyOf(signature, half)).toByteArray();
    byte[] s = new BigInteger(1, Arrays.copyOfRange(signature, half, 2 * half)).toByteArray();
    int length = r.length + s.length + 4;
    ByteArrayOutputStream der = new ByteArrayOutputStream();
    der.write(0x30);
    if (length > 127) {
      der.write(0x81);
    }
    der.write(length);
    for (byte[] number : List.of(r, s)) {
      der.write(2);
      der.write(number.length);
      der.writeBytes(number);
    }
    return der.toByteArray();
  }
}
