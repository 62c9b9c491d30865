package dev.warder.authority.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D) under a nonce drawn for each seal: the key's mark, the nonce, and
 * the encrypted bytes with their tag. The mark tells a wrong key from damage. What is sealed by one
 * key has to stay far under 2^32 seals, since the nonce has 96 bits.
 */
final class EncryptingSeal implements MaterialSeal {
  private static final int MARK_BYTES = 8;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final byte[] mark;

  EncryptingSeal(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
    this.mark = mark(key);
  }

  private static byte[] mark(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] whole = mac.doFinal("warder wrapping key".getBytes(StandardCharsets.US_ASCII));
      return Arrays.copyOf(whole, MARK_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC with SHA-256", e);
    }
  }

  @Override
  public boolean isEncrypting() {
    return true;
  }

  @Override
  public byte[] seal(byte[] material, byte[] bound, SecureRandom random) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, nonce, bound).doFinal(material);
      byte[] sealed = Arrays.copyOf(mark, MARK_BYTES + NONCE_BYTES + encrypted.length);
      System.arraycopy(nonce, 0, sealed, MARK_BYTES, NONCE_BYTES);
      System.arraycopy(encrypted, 0, sealed, MARK_BYTES + NONCE_BYTES, encrypted.length);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES-256-GCM", e);
    }
  }

  @Override
  public boolean isOurs(byte[] sealed) {
    return sealed.length >= MARK_BYTES && Arrays.equals(sealed, 0, MARK_BYTES, mark, 0, MARK_BYTES);
  }

  @Override
  public byte[] open(byte[] sealed, byte[] bound) throws GeneralSecurityException {
    int start = MARK_BYTES + NONCE_BYTES;
    if (sealed.length < start + TAG_BITS / Byte.SIZE) {
      throw new InvalidKeyException("too short");
    }
    byte[] nonce = Arrays.copyOfRange(sealed, MARK_BYTES, start);
    return cipher(Cipher.DECRYPT_MODE, nonce, bound).doFinal(sealed, start, sealed.length - start);
  }

  private Cipher cipher(int mode, byte[] nonce, byte[] bound) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(bound);
    return cipher;
  }
}
