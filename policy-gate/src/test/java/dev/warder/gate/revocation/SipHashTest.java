package dev.warder.gate.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SipHashTest {
  private final Random random = new Random(7);

  private String text(int length, int characters) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) random.nextInt(characters));
    }
    return text.toString();
  }

  @Test
  void hash_latin1OfAnyLength_equalsGuavasOfAByteEach() {
    for (int length = 0; length <= 300; length++) {
      long k0 = random.nextLong();
      long k1 = random.nextLong();
      long number = random.nextLong(Long.MAX_VALUE);
      String text = text(length, 0x100);
      assertThat(new SipHash(k0, k1).hash(number, text))
          .isEqualTo(
              Hashing.sipHash24(k0, k1)
                  .newHasher()
                  .putLong(number)
                  .putBytes(text.getBytes(StandardCharsets.ISO_8859_1))
                  .hash()
                  .asLong());
    }
  }

  @Test
  void hash_beyondLatin1OfAnyLength_equalsGuavasOfTheComplementAndTwoBytesEach() {
    for (int length = 0; length <= 300; length++) {
      long k0 = random.nextLong();
      long k1 = random.nextLong();
      long number = random.nextLong(Long.MAX_VALUE);
      String text = text(length, Character.MAX_VALUE + 1) + "\u0100" + text(length, 0x100);
      assertThat(new SipHash(k0, k1).hash(number, text))
          .isEqualTo(
              Hashing.sipHash24(k0, k1)
                  .newHasher()
                  .putLong(~number)
                  .putUnencodedChars(text)
                  .hash()
                  .asLong());
    }
  }

  /** Whose bytes would be the same, were they not told apart. */
  @Test
  void hash_textsOfTheSameBytes_differ() {
    SipHash hash = new SipHash(1, 2);
    assertThat(hash.hash(3, "\u0141")).isNotEqualTo(hash.hash(3, "A\u0001"));
  }

  /** The reference implementation's vectors of 8 and 14 bytes: 0, 1, 2 and so on, as the key is. */
  @Test
  void hash_referenceVectors_areMet() {
    SipHash hash = new SipHash(0x0706_0504_0302_0100L, 0x0f0e_0d0c_0b0a_0908L);
    assertThat(hash.hash(0x0706_0504_0302_0100L, "")).isEqualTo(0x93f5_f579_9a93_2462L);
    assertThat(hash.hash(0x0706_0504_0302_0100L, "\b\t\n\u000b\f\r"))
        .isEqualTo(0xf723_ca90_8e7a_f2eeL);
  }
}
