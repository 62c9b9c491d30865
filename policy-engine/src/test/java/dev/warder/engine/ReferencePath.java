package dev.warder.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Section 2.1 of {@code SEMANTICS.md}, read aloud: what is canonical, and what triples decode to.
 */
final class ReferencePath {
  private static final Pattern LAST_SLASH = Pattern.compile("(?<=.)/$");
  private static final Pattern DOTS = Pattern.compile("\\.*");
  private static final Pattern TRIPLE = Pattern.compile("%[0-9A-Fa-f]{2}");
  private static final Pattern CHARACTERS = Pattern.compile("[A-Za-z0-9\\-._~!$&'()*+,=:@]*");
  private static final Pattern HARMFUL = Pattern.compile("[A-Za-z0-9\\-._~/\\\\%;?#]");
  private static final Pattern METHOD = Pattern.compile("[A-Za-z0-9!#$%&'*+\\-.^_|~`]+");
  private static final int[][] FORBIDDEN = {
    {0x0000, 0x001F}, {0x007F, 0x009F}, {0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F},
    {0xD800, 0xF8FF}, {0xFDD0, 0xFDEF}, {0xFEFF, 0xFEFF}, {0xFFF9, 0xFFFF}, {0xF0000, 0x10FFFF}
  };

  private ReferencePath() {}

  static boolean isToken(String method) {
    return METHOD.matcher(method).matches();
  }

  static boolean isCanonical(String path, PathLimits limits) {
    return path.length() <= limits.maxCharacters()
        && path.startsWith("/")
        && segments(path).size() <= limits.maxSegments()
        && segments(LAST_SLASH.matcher(path).replaceFirst("")).stream()
            .allMatch(segment -> path.equals("/") || isCanonicalSegment(segment));
  }

  static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  static boolean isCanonicalSegment(String segment) {
    String bare = TRIPLE.matcher(segment).replaceAll("");
    if (DOTS.matcher(segment).matches() || !CHARACTERS.matcher(bare).matches()) {
      return false;
    }
    if (bare.equals(segment)) {
      return true;
    }
    String decoded = decoded(segment);
    return decoded != null
        && !decoded.startsWith(" ")
        && !decoded.endsWith(" ")
        && decoded.codePoints().noneMatch(ReferencePath::isForbidden)
        && TRIPLE.matcher(segment).results().noneMatch(triple -> isHarmful(triple.group()));
  }

  private static boolean isHarmful(String triple) {
    char octet = (char) Integer.parseInt(triple.substring(1), 16);
    return HARMFUL.matcher(Character.toString(octet)).matches();
  }

  static boolean isForbidden(int codePoint) {
    return Stream.of(FORBIDDEN).anyMatch(range -> range[0] <= codePoint && codePoint <= range[1])
        || (codePoint & 0xFFFF) == 0xFFFE
        || (codePoint & 0xFFFF) == 0xFFFF;
  }

  /** Returns the segment with its triples decoded, or null when they are not UTF-8. */
  static @Nullable String decoded(String segment) {
    if (!segment.contains("%")) {
      return segment;
    }
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      octets.write(c == '%' ? Integer.parseInt(segment.substring(i + 1, i + 3), 16) : c);
      i += c == '%' ? 2 : 0;
    }
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(octets.toByteArray())).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
