package dev.warder.authority.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.warder.gate.token.Algorithm;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyWrappingTest {
  private static final KeyWrapping ENCRYPTING = KeyWrapping.of(Keys.bytes(32, 1));
  private static final KeyWrapping OTHER = KeyWrapping.of(Keys.bytes(32, 2));
  private static final KeyWrapping OPEN = KeyWrapping.storeKeysUnencrypted();

  static Stream<Arguments> wrappingsAndAlgorithms() {
    return Stream.of(ENCRYPTING, OPEN)
        .flatMap(
            wrapping ->
                SigningKey.ALGORITHMS.stream().map(algorithm -> Arguments.of(wrapping, algorithm)));
  }

  static Set<Algorithm> algorithms() {
    return SigningKey.ALGORITHMS;
  }

  static List<KeyWrapping> wrappings() {
    return List.of(ENCRYPTING, OPEN);
  }

  private static StoredKey with(StoredKey stored, String id, String material) {
    return new StoredKey(
        id, stored.algorithm(), material, stored.isEncrypted(), stored.createdAt());
  }

  private static String refusal(KeyWrapping wrapping, StoredKey stored) {
    return catchThrowableOfType(UnreadableKey.class, () -> wrapping.unwrap(stored)).getMessage();
  }

  @ParameterizedTest
  @MethodSource("wrappingsAndAlgorithms")
  void unwrap_whatWasWrapped_isTheSameKey(KeyWrapping wrapping, Algorithm algorithm)
      throws Exception {
    SigningKey key = Keys.shared(algorithm);
    StoredKey stored = wrapping.wrap(key, Keys.RANDOM);
    SigningKey read = wrapping.unwrap(stored);
    assertThat(read.id()).isEqualTo(key.id()).isEqualTo(stored.id());
    assertThat(read.algorithm()).isEqualTo(algorithm).isEqualTo(stored.algorithm());
    assertThat(read.createdAt()).isEqualTo(key.createdAt()).isEqualTo(stored.createdAt());
    assertThat(read.material()).isEqualTo(key.material());
    assertThat(read.verificationMembers()).isEqualTo(key.verificationMembers());
    assertThat(stored.isEncrypted()).isEqualTo(wrapping == ENCRYPTING);
    assertThat(wrapping.isEncrypting()).isEqualTo(wrapping == ENCRYPTING);
  }

  @Test
  void unwrap_byAnotherWrappingOfTheSameBytes_isTheSameKey() throws Exception {
    SigningKey key = Keys.shared(Algorithm.ES256);
    StoredKey stored = ENCRYPTING.wrap(key, Keys.RANDOM);
    assertThat(KeyWrapping.of(Keys.bytes(32, 1)).unwrap(stored).material())
        .isEqualTo(key.material());
  }

  @Test
  void wrap_twice_isAnotherTextEachTime() {
    SigningKey key = Keys.shared(Algorithm.HS256);
    assertThat(ENCRYPTING.wrap(key, Keys.RANDOM).material())
        .isNotEqualTo(ENCRYPTING.wrap(key, Keys.RANDOM).material());
  }

  /** Mark 8, nonce 12, secret 32, tag 16: the nonce is what was drawn, the secret is hidden. */
  @Test
  void wrap_encrypting_drawsTheNonceAndHidesTheSecret() {
    SigningKey key = SigningKey.generate(Algorithm.HS256, Keys.PLANTED, Keys.NOW);
    byte[] sealed = Base64.getUrlDecoder().decode(ENCRYPTING.wrap(key, Keys.PLANTED).material());
    assertThat(sealed).hasSize(68);
    assertThat(Arrays.copyOfRange(sealed, 8, 20)).isEqualTo(Keys.bytes(12, 0xA7));
    assertThat(Arrays.copyOfRange(sealed, 20, 68)).doesNotContain(Keys.bytes(4, 0xA7));
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void unwrap_byAnotherKey_saysSo(Algorithm algorithm) {
    StoredKey stored = ENCRYPTING.wrap(Keys.shared(algorithm), Keys.RANDOM);
    assertThat(refusal(OTHER, stored))
        .isEqualTo(
            "signing key `" + stored.id() + "` is encrypted by another key than the one given");
  }

  @Test
  void unwrap_encryptedWithoutAKey_asksForOne() {
    StoredKey stored = ENCRYPTING.wrap(Keys.shared(Algorithm.ES256), Keys.RANDOM);
    assertThat(refusal(OPEN, stored))
        .isEqualTo(
            "signing key `" + stored.id() + "` is encrypted; give the key that it is encrypted by");
  }

  @Test
  void unwrap_unencryptedWhereKeysAreEncrypted_isRefused() {
    StoredKey stored = OPEN.wrap(Keys.shared(Algorithm.ES256), Keys.RANDOM);
    assertThat(refusal(ENCRYPTING, stored))
        .startsWith(
            "signing key `" + stored.id() + "` is stored unencrypted, where keys are to be");
  }

  @Test
  void unwrap_encryptedSaidToBeUnencrypted_isRefused() {
    StoredKey stored = ENCRYPTING.wrap(Keys.shared(Algorithm.ES256), Keys.RANDOM);
    StoredKey renamed =
        new StoredKey(
            stored.id(), stored.algorithm(), stored.material(), false, stored.createdAt());
    assertThat(refusal(OPEN, renamed)).contains("damaged");
  }

  @Test
  void unwrap_unencryptedSaidToBeEncrypted_isRefused() {
    StoredKey stored = OPEN.wrap(Keys.shared(Algorithm.ES256), Keys.RANDOM);
    StoredKey renamed =
        new StoredKey(stored.id(), stored.algorithm(), stored.material(), true, stored.createdAt());
    assertThat(refusal(ENCRYPTING, renamed)).contains("another key");
  }

  @ParameterizedTest
  @MethodSource("wrappings")
  void unwrap_anyBitOfAnyCharacterFlipped_isRefused(KeyWrapping wrapping) {
    StoredKey stored = wrapping.wrap(Keys.shared(Algorithm.EDDSA), Keys.RANDOM);
    char[] material = stored.material().toCharArray();
    for (int i = 0; i < material.length; i++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        material[i] ^= (char) (1 << bit);
        StoredKey flipped = with(stored, stored.id(), new String(material));
        assertThatExceptionOfType(UnreadableKey.class)
            .as("bit %s of character %s", bit, i)
            .isThrownBy(() -> wrapping.unwrap(flipped));
        material[i] ^= (char) (1 << bit);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("wrappings")
  void unwrap_anyBitOfAnyByteFlipped_isRefused(KeyWrapping wrapping) {
    StoredKey stored = wrapping.wrap(Keys.shared(Algorithm.HS256), Keys.RANDOM);
    byte[] sealed = Base64.getUrlDecoder().decode(stored.material());
    for (int i = 0; i < sealed.length; i++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        sealed[i] ^= (byte) (1 << bit);
        StoredKey flipped = with(stored, stored.id(), TokenText.base64Url(sealed));
        assertThatExceptionOfType(UnreadableKey.class)
            .as("bit %s of byte %s", bit, i)
            .isThrownBy(() -> wrapping.unwrap(flipped));
        sealed[i] ^= (byte) (1 << bit);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("wrappings")
  void unwrap_cutAnywhere_isRefused(KeyWrapping wrapping) {
    StoredKey stored = wrapping.wrap(Keys.shared(Algorithm.HS256), Keys.RANDOM);
    for (int i = 0; i < stored.material().length(); i++) {
      StoredKey cut = with(stored, stored.id(), stored.material().substring(0, i));
      assertThatExceptionOfType(UnreadableKey.class)
          .as("cut to %s", i)
          .isThrownBy(() -> wrapping.unwrap(cut));
    }
  }

  @ParameterizedTest
  @MethodSource("wrappings")
  void unwrap_idsOfTwoKeysSwapped_isRefused(KeyWrapping wrapping) {
    StoredKey one = wrapping.wrap(Keys.fresh(Algorithm.EDDSA), Keys.RANDOM);
    StoredKey other = wrapping.wrap(Keys.fresh(Algorithm.EDDSA), Keys.RANDOM);
    assertThat(refusal(wrapping, with(one, other.id(), one.material())))
        .isEqualTo("signing key `" + other.id() + "` is damaged, or was stored under another id");
    assertThat(refusal(wrapping, with(other, one.id(), other.material()))).contains("damaged");
  }

  @ParameterizedTest
  @MethodSource("wrappings")
  void unwrap_anotherAlgorithmForTheSameKey_isRefused(KeyWrapping wrapping) {
    StoredKey stored = wrapping.wrap(Keys.shared(Algorithm.RS256), Keys.RANDOM);
    StoredKey renamed =
        new StoredKey(
            stored.id(),
            Algorithm.PS256,
            stored.material(),
            stored.isEncrypted(),
            stored.createdAt());
    assertThat(refusal(wrapping, renamed)).contains("damaged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nb", "a b", "`", "\u202E"})
  void unwrap_idThatMovesACursor_isNotShown(String id) {
    StoredKey stored = OPEN.wrap(Keys.shared(Algorithm.HS256), Keys.RANDOM);
    assertThat(refusal(OPEN, with(stored, id, stored.material())))
        .isEqualTo(
            "signing key with an id that is none of ours is damaged, or was stored under another"
                + " id");
  }

  @Test
  void unwrap_idOf64PlainCharacters_isShown_oneMoreIsNot() {
    StoredKey stored = OPEN.wrap(Keys.shared(Algorithm.HS256), Keys.RANDOM);
    assertThat(refusal(OPEN, with(stored, "!~".repeat(32), stored.material())))
        .startsWith("signing key `" + "!~".repeat(32) + "` is damaged");
    assertThat(refusal(OPEN, with(stored, "x".repeat(65), stored.material())))
        .startsWith("signing key with an id that is none of ours is damaged");
  }

  @Test
  void of_changedByTheCaller_leavesTheWrapping() throws Exception {
    byte[] bytes = Keys.bytes(32, 1);
    KeyWrapping wrapping = KeyWrapping.of(bytes);
    bytes[0] = 9;
    StoredKey stored = wrapping.wrap(Keys.shared(Algorithm.HS256), Keys.RANDOM);
    assertThat(ENCRYPTING.unwrap(stored).id()).isEqualTo(stored.id());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16, 31, 33, 64})
  void of_otherThan32Bytes_isRefused(int length) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyWrapping.of(new byte[length]))
        .withMessage("an encryption key has 32 bytes, not " + length);
  }

  @Test
  void fromEnvironment_setOrNot_isTheKeyOrARefusal() throws Exception {
    String hex = "01".repeat(32);
    KeyWrapping wrapping =
        KeyWrapping.fromEnvironment("WARDER_KEY", name -> name.equals("WARDER_KEY") ? hex : null);
    StoredKey stored = ENCRYPTING.wrap(Keys.shared(Algorithm.HS256), Keys.RANDOM);
    assertThat(wrapping.unwrap(stored).id()).isEqualTo(stored.id());
    assertThatExceptionOfType(UnreadableKey.class)
        .isThrownBy(() -> KeyWrapping.fromEnvironment("WARDER_KEY", name -> null))
        .withMessage("the variable WARDER_KEY, for an encryption key, is not set");
    assertThatExceptionOfType(UnreadableKey.class)
        .isThrownBy(() -> KeyWrapping.fromEnvironment("WARDER_KEY", name -> "hunter2"))
        .withMessage(
            "the variable WARDER_KEY does not hold an encryption key: 32 bytes in base64, base64url or"
                + " hexadecimal");
  }
}
