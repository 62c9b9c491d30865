package dev.warder.authority.key;

import dev.warder.model.file.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;

/** A file that holds 32 secret bytes, such as the key of an audit, and is its owner's alone. */
public final class SecretFile {
  private static final int BYTES = 32;

  private SecretFile() {}

  /**
   * Returns the bytes that a file holds: in base64, base64url or hexadecimal, and white space
   * around them.
   *
   * @param what it is called in messages, such as {@code an audit key}
   * @throws UnreadableKey when the file holds none, or where files have POSIX permissions, gives
   *     any to others than its owner
   * @throws IOException when it cannot be read
   */
  public static byte[] read(Path file, String what) throws UnreadableKey, IOException {
    return EncryptionKeyText.read(file, what);
  }

  /**
   * Makes a file with new bytes, for its owner alone, and returns them. The file has its name only
   * when it is whole and on the disk, so a kill leaves no part of one there.
   *
   * @throws java.nio.file.FileAlreadyExistsException when there is one, be it made at this moment:
   *     it is not overwritten
   * @throws IOException when it cannot be made
   */
  public static byte[] make(Path file, SecureRandom random) throws IOException {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    DurableFile.createSecret(
        file, (TokenText.base64Url(bytes) + "\n").getBytes(StandardCharsets.US_ASCII));
    return bytes;
  }
}
