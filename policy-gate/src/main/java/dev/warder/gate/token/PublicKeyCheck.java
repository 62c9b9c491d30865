package dev.warder.gate.token;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;

/** A {@link Signature} by one public key, for signatures of one length alone. */
final class PublicKeyCheck implements SignatureCheck {
  private final int signatureBytes;
  private final ReadyPool<Signature> signatures;

  /**
   * Makes the check.
   *
   * @param signatureBytes how long a signature is; not every provider looks at what stands after it
   * @param maker makes a signature of the algorithm, to which the key is given here
   */
  PublicKeyCheck(PublicKey key, int signatureBytes, ReadyPool.Maker<Signature> maker)
      throws GeneralSecurityException {
    this.signatureBytes = signatureBytes;
    this.signatures =
        new ReadyPool<>(
            () -> {
              Signature signature = maker.make();
              signature.initVerify(key);
              return signature;
            });
  }

  @Override
  public boolean isGood(CompactToken token) throws GeneralSecurityException {
    byte[] found = token.signature();
    if (found.length != signatureBytes) {
      return false;
    }
    Signature signature = signatures.take();
    token.update(signature);
    boolean isGood = signature.verify(found);
    signatures.putBack(signature);
    return isGood;
  }
}
