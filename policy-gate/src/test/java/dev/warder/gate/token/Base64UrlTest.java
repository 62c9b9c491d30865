package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text of up to three characters, and of each character in a longer one. */
class Base64UrlTest {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  @Test
  void decode_everyByteAndPairOfBytes_hasOneSpelling() {
    Set<String> spellings = new HashSet<>();
    for (int bytes = 0; bytes < 1 << 16; bytes++) {
      byte[] two = {(byte) (bytes >> 8), (byte) bytes};
      for (byte[] some : new byte[][] {Arrays.copyOf(two, 1), two}) {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(some);
        assertThat(Base64Url.decode(text)).isEqualTo(some);
        spellings.add(text);
      }
    }
    List<String> decoded = texts().filter(text -> Base64Url.decode(text) != null).toList();
    assertThat(decoded).doesNotHaveDuplicates().hasSameSizeAs(spellings);
    assertThat(spellings).isEqualTo(Set.copyOf(decoded));
  }

  /** Returns every text of two or three characters of the alphabet. */
  private static Stream<String> texts() {
    List<String> letters = ALPHABET.chars().mapToObj(Character::toString).toList();
    List<String> pairs = letters.stream().flatMap(a -> letters.stream().map(b -> a + b)).toList();
    return Stream.concat(
        pairs.stream(), pairs.stream().flatMap(ab -> letters.stream().map(c -> ab + c)));
  }

  @Test
  void decode_characterOutsideTheAlphabet_null() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      String text = "AA" + (char) c + "A";
      assertThat(Base64Url.decode(text) != null).isEqualTo(ALPHABET.indexOf(c) >= 0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "AAAAA", "AA==", "AAA=", "AAAA=", " AAAA", "AA\nAA", "="})
  void decode_noCanonicalSpelling_null(String text) {
    assertThat(Base64Url.decode(text)).isNull();
  }

  @Test
  void decode_empty_noBytes() {
    assertThat(Base64Url.decode("")).isEmpty();
  }
}
