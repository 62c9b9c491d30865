package dev.warder.authority.key;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;

/** No encryption: the bytes behind their SHA-256, which notices damage but no attacker. */
final class OpenSeal implements MaterialSeal {
  private static final int SUM_BYTES = 32;

  @Override
  public boolean isEncrypting() {
    return false;
  }

  @Override
  public byte[] seal(byte[] material, byte[] bound, SecureRandom random) {
    byte[] sealed = Arrays.copyOf(sum(material, bound), SUM_BYTES + material.length);
    System.arraycopy(material, 0, sealed, SUM_BYTES, material.length);
    return sealed;
  }

  @Override
  public boolean isOurs(byte[] sealed) {
    return true;
  }

  @Override
  public byte[] open(byte[] sealed, byte[] bound) throws GeneralSecurityException {
    if (sealed.length < SUM_BYTES) {
      throw new InvalidKeyException("too short");
    }
    byte[] material = Arrays.copyOfRange(sealed, SUM_BYTES, sealed.length);
    if (!Arrays.equals(sealed, 0, SUM_BYTES, sum(material, bound), 0, SUM_BYTES)) {
      throw new InvalidKeyException("the sum differs");
    }
    return material;
  }

  private static byte[] sum(byte[] material, byte[] bound) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bound);
      digest.update((byte) '\n');
      return digest.digest(material);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
