package dev.warder.authority.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.warder.gate.token.Algorithm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 32 bytes of 0xFB are `+/v7…` in base64, and `-_v7…` in base64url. */
class SecretTextTest {
  private static final byte[] KEY = Keys.bytes(32, 0xFB);
  private static final String BASE64 = "+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/s";
  private static final String NONE =
      "it does not hold an encryption key: 32 bytes in base64, base64url or hexadecimal";

  @TempDir Path folder;

  private Path file(String text, String permissions) throws IOException {
    Path file = folder.resolve("key");
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    return file;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfb",
        "FBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFBFB",
        BASE64,
        BASE64 + "=",
        "-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_s",
        "-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_v7-_s=",
        " \t" + BASE64 + "=\r\n",
        "\uFEFF" + BASE64
      })
  void parse_anyForm_isTheBytes(String text) throws Exception {
    assertThat(SecretFile.parse("it", text, "an encryption key")).isEqualTo(KEY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        BASE64 + "\r",
        "\r" + BASE64 + "\n",
        "\uFEFF\uFEFF" + BASE64,
        "\u2003" + BASE64,
        "=",
        "fb",
        "fbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfb",
        "fbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfb",
        "fbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfbfg",
        "+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/t",
        "+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/s==",
        "+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/=",
        "+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/==",
        "+/v7+/v7+/v7+/v7+/v7 /v7+/v7+/v7+/v7+/v7+/s",
        "+/v7+/v7+/v7+/v7+/v7ü/v7+/v7+/v7+/v7+/v7+/s",
        "+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7+/v7"
      })
  void parse_anythingElse_isRefusedWithoutShowingIt(String text) {
    assertThatExceptionOfType(UnreadableKey.class)
        .isThrownBy(() -> SecretFile.parse("it", text, "an encryption key"))
        .withMessage(NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-------", "r--------", "rwx------"})
  void read_ownersFile_isTheKey(String permissions) throws Exception {
    Path file = file(BASE64 + "\n", permissions);
    StoredKey stored = KeyWrapping.of(KEY).wrap(Keys.shared(Algorithm.HS256), Keys.RANDOM);
    assertThat(KeyWrapping.read(file).unwrap(stored).id()).isEqualTo(stored.id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-", "rw---x---", "rw------x"})
  void read_fileOpenToOthers_isRefused(String permissions) throws Exception {
    Path file = file(BASE64, permissions);
    assertThatExceptionOfType(UnreadableKey.class)
        .isThrownBy(() -> KeyWrapping.read(file))
        .withMessage(
            file
                + " holds an encryption key and is open to others than its owner ("
                + permissions
                + "); give it the permissions rw------- (chmod 600)");
  }

  @Test
  void read_linkToAFileOpenToOthers_isRefused() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), file(BASE64, "rw-r--r--"));
    assertThatExceptionOfType(UnreadableKey.class)
        .isThrownBy(() -> KeyWrapping.read(link))
        .withMessageContaining("(rw-r--r--)");
  }

  @Test
  void read_1024Bytes_isRead_oneMoreIsNot() throws Exception {
    Path file = file(BASE64 + " ".repeat(1_024 - BASE64.length()), "rw-------");
    assertThat(SecretFile.read(file, "an encryption key")).isEqualTo(KEY);
    Path longer = file(BASE64 + " ".repeat(1_025 - BASE64.length()), "rw-------");
    assertThatExceptionOfType(UnreadableKey.class)
        .isThrownBy(() -> SecretFile.read(longer, "an encryption key"))
        .withMessageEndingWith(NONE.substring(2));
  }

  @Test
  void read_noFile_isNotRead() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> KeyWrapping.read(folder.resolve("none")));
  }
}
