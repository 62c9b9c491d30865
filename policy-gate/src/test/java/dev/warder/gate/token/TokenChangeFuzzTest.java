package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * However a good token is changed, nothing is accepted but what was signed. The first byte says
 * which token, and each four that follow say a change: what kind of, where, and which character.
 */
class TokenChangeFuzzTest {
  private static final FuzzedTokens TOKENS = new FuzzedTokens("signatures.json");
  private static final List<String> GOOD = TOKENS.accepted().toList();

  static Stream<byte[]> seeds() {
    return Stream.of(
        new byte[] {0, 0, 0, 0, '='},
        new byte[] {1, 1, 0, 90, '.'},
        new byte[] {2, 2, 0, 1, 0},
        new byte[] {3, 0, 1, 0, 'A', 1, 1, 1, ' '});
  }

  @MethodSource("seeds")
  @FuzzTest
  void verify_changed_rejected(byte[] bytes) {
    if (bytes.length == 0) {
      return;
    }
    String good = GOOD.get((bytes[0] & 0xFF) % GOOD.size());
    StringBuilder changed = new StringBuilder(good);
    ByteBuffer changes = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
    while (changes.remaining() >= 4 && changed.length() > 0) {
      change(changed, changes.get(), changes.getShort() & 0xFFFF, (char) (changes.get() & 0xFF));
    }
    assertThat(TOKENS.verify(good)).isPresent();
    if (!FuzzedTokens.withoutSpacesBefore(changed.toString()).equals(good)) {
      assertThat(TOKENS.verify(changed.toString())).isEmpty();
    }
    assertThat(TOKENS.verify(good)).isPresent();
  }

  private static void change(StringBuilder text, byte kind, int place, char character) {
    int at = place % text.length();
    switch (kind & 3) {
      case 0 -> text.setCharAt(at, character);
      case 1 -> text.insert(at, character);
      case 2 -> text.deleteCharAt(at);
      default -> text.setCharAt(at, text.charAt(character % text.length()));
    }
  }
}
