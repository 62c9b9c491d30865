package dev.warder.gate.token;

import com.nimbusds.jose.JOSEException;
import java.security.GeneralSecurityException;

/**
 * A key of a key set: its id, the one algorithm that it is for, and what checks signatures by it.
 */
record VerificationKey(String id, Algorithm algorithm, SignatureCheck check) {
  /** Throws unless this key signed the token. Whatever goes wrong in a provider is no signature. */
  void check(CompactToken token) throws TokenRejected {
    boolean isGood;
    try {
      isGood = check.isGood(token);
    } catch (JOSEException | GeneralSecurityException | RuntimeException e) {
      isGood = false;
    }
    if (!isGood) {
      throw TokenRejected.of(TokenFault.SIGNATURE);
    }
  }

  /** Returns the id and the algorithm, and nothing of the key. */
  @Override
  public String toString() {
    return id + " (" + algorithm + ")";
  }
}
