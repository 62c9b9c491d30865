package dev.warder.authority.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.warder.gate.token.Algorithm;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyMaterialTest {
  private static void assertIsNone(Algorithm algorithm, byte[] bytes) {
    assertThatExceptionOfType(GeneralSecurityException.class)
        .isThrownBy(() -> KeyMaterial.decode(algorithm, bytes));
  }

  @Test
  void generate_byTheRandomSourceHandedIn_isWhatItDraws() {
    byte[] material = KeyMaterial.generate(Algorithm.EDDSA, Keys.PLANTED).encode();
    assertThat(material)
        .isEqualTo(KeyMaterial.generate(Algorithm.EDDSA, Keys.PLANTED).encode())
        .isNotEqualTo(KeyMaterial.generate(Algorithm.EDDSA, Keys.RANDOM).encode());
  }

  @ParameterizedTest
  @EnumSource(names = {"ES256", "EDDSA"})
  void decode_privateAndPublicKeyOfTwoPairs_isRefused(Algorithm algorithm) {
    byte[] one = KeyMaterial.generate(algorithm, Keys.RANDOM).encode();
    byte[] other = KeyMaterial.generate(algorithm, Keys.RANDOM).encode();
    int start = Integer.BYTES + ByteBuffer.wrap(one).getInt();
    byte[] mixed = Arrays.copyOf(one, one.length);
    System.arraycopy(other, start, mixed, start, one.length - start);
    assertThatExceptionOfType(GeneralSecurityException.class)
        .isThrownBy(() -> KeyMaterial.decode(algorithm, mixed))
        .withMessage("the private and the public key are not one pair");
  }

  @Test
  void decode_cutAnywhere_isRefused() {
    byte[] bytes = Keys.shared(Algorithm.EDDSA).material();
    for (int i = 0; i < bytes.length; i++) {
      assertIsNone(Algorithm.EDDSA, Arrays.copyOf(bytes, i));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1, 44, 45, Integer.MAX_VALUE})
  void decode_anyLengthOfThePrivateKey_isRefused(int length) {
    assertIsNone(Algorithm.ES256, ByteBuffer.allocate(48).putInt(length).array());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 31, 33})
  void decode_secretOfOtherThan32Bytes_isRefused(int length) {
    assertIsNone(Algorithm.HS256, new byte[length]);
  }
}
