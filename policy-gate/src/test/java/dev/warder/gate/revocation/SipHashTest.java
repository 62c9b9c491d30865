package dev.warder.gate.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.hash.Hashing;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SipHashTest {
  private final Random random = new Random(7);

  @Test
  void hash_anyTextOfAnyLength_equalsGuavas() {
    for (int length = 0; length <= 300; length++) {
      long k0 = random.nextLong();
      long k1 = random.nextLong();
      long number = random.nextLong();
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < length; i++) {
        text.append((char) random.nextInt(Character.MAX_VALUE + 1));
      }
      assertThat(new SipHash(k0, k1).hash(number, text.toString()))
          .isEqualTo(
              Hashing.sipHash24(k0, k1)
                  .newHasher()
                  .putLong(number)
                  .putUnencodedChars(text)
                  .hash()
                  .asLong());
    }
  }

  /** The reference implementation's vectors of 8 and 14 bytes: 0, 1, 2 and so on, as the key is. */
  @Test
  void hash_referenceVectors_areMet() {
    SipHash hash = new SipHash(0x0706_0504_0302_0100L, 0x0f0e_0d0c_0b0a_0908L);
    assertThat(hash.hash(0x0706_0504_0302_0100L, "")).isEqualTo(0x93f5_f579_9a93_2462L);
    assertThat(hash.hash(0x0706_0504_0302_0100L, "\u0908\u0b0a\u0d0c"))
        .isEqualTo(0xf723_ca90_8e7a_f2eeL);
  }
}
