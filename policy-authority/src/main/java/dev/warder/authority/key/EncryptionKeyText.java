package dev.warder.authority.key;

import dev.warder.model.text.InputText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The 32 bytes of an encryption key as text: hexadecimal, base64 or base64url. */
final class EncryptionKeyText {
  private static final int HEX_CHARACTERS = 64;
  private static final int BASE64_CHARACTERS = 43;
  private static final int MOST_FILE_BYTES = 1_024;
  private static final String WHAT = "an encryption key";
  private static final Set<PosixFilePermission> OWNERS =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private EncryptionKeyText() {}

  static byte[] read(Path file) throws UnreadableKey, IOException {
    return read(file, WHAT);
  }

  /** Returns the bytes of a key that is called so in messages. */
  static byte[] read(Path file, String what) throws UnreadableKey, IOException {
    checkPermissions(file, what);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_FILE_BYTES + 1);
      if (bytes.length > MOST_FILE_BYTES) {
        throw none(file.toString(), what);
      }
      return parse(file.toString(), InputText.decode(bytes), what);
    } catch (CharacterCodingException e) {
      throw none(file.toString(), what);
    }
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
   * Returns the bytes of a text.
   *
   * @param source where the text comes from, for the message
   * @throws UnreadableKey when it is not 32 bytes in one of the three forms
   */
  static byte[] parse(String source, String text) throws UnreadableKey {
    return parse(source, InputText.withoutMark(text), WHAT);
  }

  private static byte[] parse(String source, String text, String what) throws UnreadableKey {
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
