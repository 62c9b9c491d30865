package dev.warder.engine.paths;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class EncodedSegmentTest {
  private static final HexFormat HEX = HexFormat.of().withPrefix("%").withUpperCase();

  private static boolean isAccepted(String segment) {
    int end = EncodedSegment.end("/" + segment, 1);
    if (end != -1 && end != segment.length() + 1 && !segment.contains("/")) {
      throw new AssertionError(segment + " ends at " + end);
    }
    return end == segment.length() + 1;
  }

  private static String triples(byte... bytes) {
    return HEX.formatHex(bytes);
  }

  /** Says it as SEMANTICS.md does: a list of ranges, in hexadecimal. */
  private static boolean isForbidden(int c) {
    String ranges =
        "0000-001F 007F-009F 200B-200F 2028-202E 2060-206F D800-F8FF FDD0-FDEF FEFF-FEFF FFF9-FFFF"
            + " F0000-10FFFF";
    for (String range : ranges.split(" ", -1)) {
      String[] ends = range.split("-", -1);
      if (c >= Integer.parseInt(ends[0], 16) && c <= Integer.parseInt(ends[1], 16)) {
        return true;
      }
    }
    String lastDigits = String.format("%04X", c & 0xFFFF);
    return lastDigits.equals("FFFE") || lastDigits.equals("FFFF");
  }

  private static boolean isUnreservedOrSyntax(int c) {
    return c < 128 && String.valueOf((char) c).matches("[A-Za-z0-9\\-._~/\\\\%;?#]");
  }

  @Test
  void end_everyCodePoint_acceptedUnlessForbidden() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c < 0xD800 || c > 0xDFFF) {
        String segment = "x" + triples(Character.toString(c).getBytes(UTF_8)) + "x";
        assertThat(isAccepted(segment))
            .as("U+%04X", c)
            .isEqualTo(!isForbidden(c) && !isUnreservedOrSyntax(c));
      }
    }
  }

  @Test
  void end_everyTwoBytes_acceptedOnlyAsStrictUtf8() {
    for (int bytes = 0; bytes <= 0xFFFF; bytes++) {
      byte[] two = {(byte) (bytes >> 8), (byte) bytes};
      boolean expected;
      try {
        String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(two)).toString();
        expected =
            text.codePoints().noneMatch(c -> isForbidden(c) || isUnreservedOrSyntax(c))
                && !text.startsWith(" ")
                && !text.endsWith(" ");
      } catch (CharacterCodingException e) {
        expected = false;
      }
      assertThat(isAccepted(triples(two))).as("%04X", bytes).isEqualTo(expected);
    }
  }

  @Test
  void end_illFormedUtf8_malformed() {
    assertThat(isAccepted("%E2%82%AC")).isTrue();
    assertThat(isAccepted("%F0%9F%98%80")).isTrue();
    assertThat(isAccepted("%E2%82")).isFalse();
    assertThat(isAccepted("%E2%82x")).isFalse();
    assertThat(isAccepted("%E2%82/")).isFalse();
    assertThat(isAccepted("%E0%82%AC")).as("too long a form").isFalse();
    assertThat(isAccepted("%F0%82%82%AC")).as("too long a form").isFalse();
    assertThat(isAccepted("%F4%90%80%80")).as("beyond U+10FFFF").isFalse();
    assertThat(isAccepted("%ED%A0%80")).as("a surrogate").isFalse();
    assertThat(isAccepted("%F5%80%80%80")).isFalse();
    assertThat(isAccepted("%80")).isFalse();
    assertThat(isAccepted("%C3%C3")).isFalse();
  }

  @Test
  void end_tripleCutShort_malformed() {
    assertThat(isAccepted("a%")).isFalse();
    assertThat(isAccepted("a%2")).isFalse();
    assertThat(isAccepted("a%4g")).isFalse();
    assertThat(isAccepted("a%g0")).isFalse();
    assertThat(isAccepted("a%@0")).isFalse();
    assertThat(isAccepted("a%`0")).isFalse();
    assertThat(isAccepted("a%:0")).isFalse();
    assertThat(isAccepted("a%40")).isTrue();
    assertThat(isAccepted("a%c3%A9")).isTrue();
  }

  @Test
  void end_spaces_onlyInside() {
    assertThat(isAccepted("a%20b")).isTrue();
    assertThat(isAccepted("%20a")).isFalse();
    assertThat(isAccepted("a%20")).isFalse();
    assertThat(isAccepted("%20")).isFalse();
    assertThat(isAccepted("%21%20%21")).isTrue();
  }

  @Test
  void end_segmentInsidePath_endsAtTheSlash() {
    assertThat(EncodedSegment.end("/a/b%40c/d%2", 3)).isEqualTo(8);
    assertThat(EncodedSegment.end("/a%40b;c", 1)).isEqualTo(-1);
    assertThat(EncodedSegment.end("/a%40\u00e9", 1)).isEqualTo(-1);
  }

  @Test
  void isLiteral_decodedText_comparedWhole() {
    assertThat(EncodedSegment.isLiteral("a@b", "/a%40b", 1, 6)).isTrue();
    assertThat(EncodedSegment.isLiteral("a@", "/a%40b", 1, 6)).isFalse();
    assertThat(EncodedSegment.isLiteral("a@bc", "/a%40b", 1, 6)).isFalse();
    assertThat(EncodedSegment.isLiteral("a:b", "/a%40b", 1, 6)).isFalse();
  }
}
