package dev.warder.gate.token;

import com.nimbusds.jose.JOSEException;
import java.security.GeneralSecurityException;

/** Checks whether one key signed a token. Safe for use by many threads. */
@FunctionalInterface
interface SignatureCheck {
  /**
   * Returns whether the token's signature is the key's.
   *
   * @throws JOSEException when it cannot be, by its form
   * @throws GeneralSecurityException when it cannot be, by its form
   */
  boolean isGood(CompactToken token) throws JOSEException, GeneralSecurityException;
}
