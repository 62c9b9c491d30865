package dev.warder.model.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CharacterCodingException;
import org.junit.jupiter.api.Test;

/** SEMANTICS.md, section 12. */
class InputTextTest {
  @Test
  void lines_endsOfEachKind_endLines() {
    assertThat(InputText.lines("a\nb\r\n\n \t\r\nc")).containsExactly("a", "b", "c");
  }

  @Test
  void lines_carriageReturnAlone_isACharacterOfItsLine() {
    assertThat(InputText.lines("a\rb\n")).containsExactly("a\rb");
    assertThat(InputText.lines("a\r")).containsExactly("a\r");
    assertThat(InputText.lines("a\r\r\n")).containsExactly("a\r");
    assertThat(InputText.lines("\r")).containsExactly("\r");
  }

  @Test
  void lines_spacesAndTabs_areLeftOutAround() {
    assertThat(InputText.lines(" \ta b\t ")).containsExactly("a b");
  }

  @Test
  void lines_otherWhiteSpace_stays() {
    assertThat(InputText.lines("\u2003a\u00a0\n\u000b")).containsExactly("\u2003a\u00a0", "\u000b");
  }

  @Test
  void decode_byteOrderMark_isLeftOutOnce() throws Exception {
    assertThat(InputText.decode("\uFEFFa".getBytes(UTF_8))).isEqualTo("a");
    String twice = InputText.decode("\uFEFF\uFEFFa".getBytes(UTF_8));
    assertThat(InputText.lines(twice)).containsExactly("\uFEFFa");
  }

  @Test
  void decode_notUtf8_refused() {
    assertThatThrownBy(() -> InputText.decode(new byte[] {-1}))
        .isInstanceOf(CharacterCodingException.class);
  }
}
