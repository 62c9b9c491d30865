package dev.warder.authority.key;

import dev.warder.model.file.DurableFile;
import dev.warder.model.text.InputText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file that holds 32 secret bytes, such as the key of an audit, and is its owner's alone. */
public final class SecretFile {
  private static final int BYTES = 32;
  private static final int HEX_CHARACTERS = 64;
  private static final int BASE64_CHARACTERS = 43;
  private static final int MOST_FILE_BYTES = 1_024;
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

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
    if (Files.notExists(file)) {
      throw new NoSuchFileException(
          file.toString(), null, "there is no such file; it should hold " + what);
    }
    checkPermissions(file, what);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_FILE_BYTES + 1);
      if (bytes.length > MOST_FILE_BYTES) {
        throw none(file.toString(), what);
      }
      return ofText(file.toString(), InputText.decode(bytes), what);
    } catch (CharacterCodingException e) {
      throw none(file.toString(), what);
    }
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

  private static void checkPermissions(Path file, String what) throws UnreadableKey, IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    Set<PosixFilePermission> permissions = view.readAttributes().permissions();
    if (!OWNERS.containsAll(permissions)) {
      throw new UnreadableKey(
          file
              + " holds "
              + what
              + " and is open to others than its owner ("
              + PosixFilePermissions.toString(permissions)
              + "); give it the permissions rw------- (chmod 600)");
    }
  }

  /**
   * Returns the bytes of a text: 32, in one of the three forms.
   *
   * @param source where the text comes from, for the message
   * @param what it is called in messages
   * @throws UnreadableKey when it has none
   */
  public static byte[] parse(String source, String text, String what) throws UnreadableKey {
    return ofText(source, InputText.withoutMark(text), what);
  }

  private static byte[] ofText(String source, String text, String what) throws UnreadableKey {
    List<String> lines = InputText.lines(text);
    String key = lines.size() == 1 ? lines.get(0) : "";
    byte[] bytes = key.length() == HEX_CHARACTERS ? hex(key) : base64(key);
    if (bytes == null) {
      throw none(source, what);
    }
    return bytes;
  }

  private static byte @Nullable [] hex(String text) {
    return text.chars().allMatch(HexFormat::isHexDigit) ? HexFormat.of().parseHex(text) : null;
  }

  private static byte @Nullable [] base64(String text) {
    String bare = text.endsWith("=") ? text.substring(0, text.length() - 1) : text;
    String url = bare.replace('+', '-').replace('/', '_');
    if (url.length() != BASE64_CHARACTERS || url.endsWith("=")) {
      return null;
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(url);
      return TokenText.base64Url(bytes).equals(url) ? bytes : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static UnreadableKey none(String source, String what) {
    return new UnreadableKey(
        source + " does not hold " + what + ": 32 bytes in base64, base64url or hexadecimal");
  }
}
