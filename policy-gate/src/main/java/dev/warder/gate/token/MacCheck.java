package dev.warder.gate.token;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** HMAC by one secret (RFC 7518, section 3.2). */
final class MacCheck implements SignatureCheck {
  private final ReadyPool<Mac> macs;

  MacCheck(byte[] secret, Algorithm algorithm) throws GeneralSecurityException {
    String name = "HmacSHA" + algorithm.hashBits();
    SecretKey key = new SecretKeySpec(secret, name);
    this.macs =
        new ReadyPool<>(
            () -> {
              Mac mac = Mac.getInstance(name);
              mac.init(key);
              return mac;
            });
  }

  @Override
  public boolean isGood(CompactToken token) throws GeneralSecurityException {
    Mac mac = macs.take();
    byte[] expected = token.authenticate(mac);
    macs.putBack(mac);
    return MessageDigest.isEqual(expected, token.signature());
  }
}
