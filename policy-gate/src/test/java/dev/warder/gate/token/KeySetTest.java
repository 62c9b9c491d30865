package dev.warder.gate.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.Provider;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetTest {
  private static final EdKey KEY = EdKey.make("o1");

  @TempDir private Path folder;

  @Test
  void read_file_isParsed() throws Exception {
    Path file = Files.writeString(folder.resolve("keys.json"), EdKey.set(KEY));
    assertThat(KeySet.read(file).ids()).containsExactly("o1");
  }

  @Test
  void read_exactlyTheMostBytes_parsedAndOneMoreRefused() throws Exception {
    String set = EdKey.set(KEY);
    String most = set + " ".repeat(KeySet.MOST_BYTES - set.length());
    assertThat(KeySet.read(Files.writeString(folder.resolve("a"), most)).ids()).hasSize(1);
    assertThatExceptionOfType(InvalidKeySet.class)
        .isThrownBy(() -> KeySet.read(Files.writeString(folder.resolve("b"), most + " ")))
        .withMessage("the key set has more than 262144 bytes");
  }

  @Test
  void read_noFile_saysSo() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> KeySet.read(folder.resolve("none")));
  }

  @Test
  void parse_aThousandKeys_andOneMoreRefused() throws Exception {
    assertThat(KeySet.parse(secrets(1_000)).ids()).hasSize(1_000);
    assertThatExceptionOfType(InvalidKeySet.class)
        .isThrownBy(() -> KeySet.parse(secrets(1_001)))
        .withMessage("`keys` is not a list of 1 to 1000 keys (RFC 7517, section 5)");
  }

  private static String secrets(int keys) {
    return IntStream.range(0, keys)
        .mapToObj(
            i ->
                "{\"kty\":\"oct\",\"kid\":\"s%d\",\"alg\":\"HS256\",\"k\":\"%s\"}"
                    .formatted(i, Signed.SECRET))
        .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  @Test
  void used_eachKindOfKey_hasItsAlgorithmAndSize() throws Exception {
    String set = TokenVectorFile.readTree("signatures.json").path("keys").toString();
    assertThat(KeySet.parse(set).used())
        .extracting(UsedKey::toString)
        .containsExactly(
            "key 1 (`r1`): RS256, 2048 bits",
            "key 2 (`p1`): PS256, 2048 bits",
            "key 3 (`e1`): ES256, 256 bits",
            "key 4 (`o1`): EdDSA, 256 bits",
            "key 5 (`r384`): RS384, 2048 bits",
            "key 6 (`r512`): RS512, 2048 bits",
            "key 7 (`p384`): PS384, 2048 bits",
            "key 8 (`p512`): PS512, 2048 bits",
            "key 9 (`e384`): ES384, 384 bits",
            "key 10 (`e512`): ES512, 521 bits",
            "key 11 (`o2`): Ed25519, 256 bits");
    UsedKey secret = KeySet.ofSecret("s", new byte[33]).used().get(0);
    assertThat(secret).hasToString("key 1 (`s`): HS256, 264 bits");
  }

  /** Whatever such a key is for, its issuer should hear of it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"kty\":\"RSA\",\"d\":\"AQAB\"",
        "\"kty\":\"EC\",\"alg\":\"ECDH-ES\",\"d\":\"AQAB\"",
        "\"kty\":\"RSA\",\"alg\":\"RSA-OAEP\",\"use\":\"enc\",\"n\":\"AQAB\",\"e\":\"AQAB\"",
        "\"kty\":\"oct\",\"k\":\"AQAB\""
      })
  void ignored_privateWeakOrPublishedSecret_isAFault(String members) throws Exception {
    String set = EdKey.set(KEY).replace("[", "[{\"kid\":\"x\"," + members + "},");
    KeySet keys =
        KeySet.parse(
            set.getBytes(UTF_8), KeyRules.STRICT.published(), SignatureChecks.fastestFirst());
    assertThat(keys.ids()).containsExactly("o1");
    assertThat(keys.ignored()).hasSize(1);
    assertThat(keys.ignored().get(0).isFault()).isTrue();
  }

  @Test
  void ignored_soundKeyForEncryption_isNoFault() throws Exception {
    String modulus = "v" + "_".repeat(340) + "Q";
    String set =
        EdKey.set(KEY)
            .replace(
                "[",
                "[{\"kid\":\"x\",\"kty\":\"RSA\",\"use\":\"enc\",\"alg\":\"RSA-OAEP\",\"e\":\"AQAB\","
                    + "\"n\":\""
                    + modulus
                    + "\"},");
    assertThat(KeySet.parse(set).ignored().get(0).isFault()).isFalse();
  }

  @Test
  void used_besideIgnored_keepTheirPlaces() throws Exception {
    KeySet keys = KeySet.parse(EdKey.set(KEY).replace("[", "[1,"));
    assertThat(keys.used()).extracting(UsedKey::number).containsExactly(2);
    assertThat(keys.ignored()).extracting(IgnoredKey::number).containsExactly(1);
    TokenProfile profile = TokenProfile.builder().acceptTokensAndKeysWithoutKeyId().build();
    String withoutId = EdKey.set(KEY).replace("\"kid\":\"o1\",", "");
    assertThat(KeySet.parse(withoutId, profile).used().get(0).id()).isEmpty();
  }

  @Test
  void parse_noKeyLeft_theExceptionListsThem() {
    assertThatExceptionOfType(InvalidKeySet.class)
        .isThrownBy(() -> KeySet.parse("{\"keys\":[1,2]}"))
        .satisfies(
            e ->
                assertThat(e.ignored())
                    .extracting(IgnoredKey::toString)
                    .containsExactly("key 1: not a JSON object", "key 2: not a JSON object"));
  }

  @Test
  void ofSecret_idOrSecretNotAsItShouldBe_refusedWithoutNamingIt() throws Exception {
    assertThat(KeySet.ofSecret("s", new byte[32]).ids()).containsExactly("s");
    assertThatExceptionOfType(InvalidKeySet.class)
        .isThrownBy(() -> KeySet.ofSecret("s", new byte[31]))
        .withMessage("key 1: `k` is not 32 to 1024 bytes in canonical base64url");
    assertThatExceptionOfType(InvalidKeySet.class)
        .isThrownBy(() -> KeySet.ofSecret("", new byte[32]))
        .withMessage("key 1: `kid` is missing or not text of 1 to 256 characters");
  }

  @Test
  void toString_idsAndAlgorithmsAlone() throws Exception {
    assertThat(KeySet.ofSecret("s1", new byte[32])).hasToString("[s1 (HS256)]");
  }

  @Test
  void parse_providerWithoutTheAlgorithm_namesIt() {
    Provider none =
        new Provider("None", "1", "does nothing") {
          private static final long serialVersionUID = 1;
        };
    assertThatExceptionOfType(InvalidKeySet.class)
        .isThrownBy(() -> KeySet.parse(EdKey.set(KEY), none))
        .withMessage("key 1: None has no EdDSA, or takes no key of these numbers");
  }
}
