package dev.warder.authority.key;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/** How the bytes of a key stand in a store, bound to what they are stored under. */
interface MaterialSeal {
  boolean isEncrypting();

  /**
   * Returns the bytes under a seal.
   *
   * @param bound what has to be the same when the seal is opened
   */
  byte[] seal(byte[] material, byte[] bound, SecureRandom random);

  /** Returns whether bytes are under a seal of the same key. */
  boolean isOurs(byte[] sealed);

  /**
   * Returns the bytes under a seal.
   *
   * @throws GeneralSecurityException when one bit of them, or of what they are bound to, differs
   */
  byte[] open(byte[] sealed, byte[] bound) throws GeneralSecurityException;
}
