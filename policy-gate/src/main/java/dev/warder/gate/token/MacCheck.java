package dev.warder.gate.token;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.concurrent.atomic.AtomicReferenceArray;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * HMAC with SHA-256 by one secret (RFC 7518, section 3.2). To make a {@link Mac} ready takes longer
 * than to use it, so some are kept that are: a thread takes one and puts it back, and makes one
 * where it finds none.
 */
final class MacCheck implements SignatureCheck {
  private static final String HMAC = "HmacSHA256";
  private static final int PLACES = 16;

  private final SecretKey secret;
  private final AtomicReferenceArray<@Nullable Mac> idle = new AtomicReferenceArray<>(PLACES);

  MacCheck(byte[] secret) throws GeneralSecurityException {
    this.secret = new SecretKeySpec(secret, HMAC);
    idle.set(0, ready());
  }

  private Mac ready() throws GeneralSecurityException {
    Mac mac = Mac.getInstance(HMAC);
    mac.init(secret);
    return mac;
  }

  @Override
  public boolean isGood(CompactToken token) throws GeneralSecurityException {
    int place = (int) Thread.currentThread().getId() & (PLACES - 1);
    Mac mac = idle.getAndSet(place, null);
    if (mac == null) {
      mac = ready();
    }
    byte[] expected = token.authenticate(mac);
    // As good as new; one that has thrown is not put back.
    idle.set(place, mac);
    return MessageDigest.isEqual(expected, token.signature());
  }
}
