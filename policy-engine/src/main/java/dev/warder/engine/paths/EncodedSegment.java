package dev.warder.engine.paths;

import dev.warder.model.PathTemplate;

/**
 * Judges and reads path segments that contain percent triples (RFC 3986, section 2.1), in place.
 * Rare, so written for clarity; it allocates nothing all the same.
 */
final class EncodedSegment {
  private static final int MALFORMED = -1;

  private EncodedSegment() {}

  /** Returns where the segment that begins at {@code start} ends, or -1 when it is malformed. */
  static int end(String path, int start) {
    int length = path.length();
    int i = start;
    int last = 0;
    while (i < length && path.charAt(i) != '/') {
      int first = path.charAt(i);
      if (first == '%') {
        last = codePoint(path, i);
        if (last == MALFORMED || (last == ' ' && i == start)) {
          return MALFORMED;
        }
        i += 3 * utf8Length(last);
      } else if (PathTemplate.isPathCharacter(first)) {
        last = first;
        i++;
      } else {
        return MALFORMED;
      }
    }
    return last == ' ' ? MALFORMED : i;
  }

  /** Returns the code point whose triples begin at {@code i}, or -1 when there may be none such. */
  private static int codePoint(String path, int i) {
    int lead = octet(path, i);
    if (lead < 0x80) {
      return lead >= 0 && isAllowedAscii(lead) ? lead : MALFORMED;
    }
    int more = lead < 0xC2 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : lead < 0xF5 ? 3 : 0;
    if (more == 0) {
      return MALFORMED;
    }
    int c = lead & (0x3F >> more);
    for (int k = 1; k <= more; k++) {
      int next = octet(path, i + 3 * k);
      if ((next & ~0x3F) != 0x80) {
        return MALFORMED;
      }
      c = (c << 6) | (next & 0x3F);
    }
    return utf8Length(c) == more + 1 && isAllowedBeyondAscii(c) ? c : MALFORMED;
  }

  private static boolean isAllowedAscii(int c) {
    return c >= 0x20
        && c != 0x7F
        && "-._~/\\%;?#".indexOf(c) < 0
        && !(c >= 'a' && c <= 'z')
        && !(c >= 'A' && c <= 'Z')
        && !(c >= '0' && c <= '9');
  }

  /** The ranges are fixed: a JDK's Unicode table would make the answer depend on the JDK. */
  private static boolean isAllowedBeyondAscii(int c) {
    return c > 0x9F
        && !(c >= 0x200B && c <= 0x200F)
        && !(c >= 0x2028 && c <= 0x202E)
        && !(c >= 0x2060 && c <= 0x206F)
        && !(c >= 0xD800 && c <= 0xF8FF)
        && !(c >= 0xFDD0 && c <= 0xFDEF)
        && c != 0xFEFF
        && !(c >= 0xFFF9 && c <= 0xFFFF)
        && c < 0xF0000
        && (c & 0xFFFE) != 0xFFFE;
  }

  private static int utf8Length(int c) {
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  }

  /** Returns the octet of the triple at {@code i}, or -1 when none stands there. */
  private static int octet(String path, int i) {
    if (i + 2 >= path.length() || path.charAt(i) != '%') {
      return MALFORMED;
    }
    int high = hexadecimal(path.charAt(i + 1));
    int low = hexadecimal(path.charAt(i + 2));
    return high < 0 || low < 0 ? MALFORMED : (high << 4) | low;
  }

  private static int hexadecimal(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int letter = c | 0x20;
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : MALFORMED;
  }

  /**
   * Returns the key of the decoded segment, as in {@link LiteralTable}. Beyond ASCII it is some
   * number, since {@link #isLiteral} has the last word.
   */
  static long key(String path, int start, int end) {
    long key = 0;
    for (int i = start; i < end; i++) {
      int c = path.charAt(i);
      if (c == '%') {
        c = octet(path, i);
        i += 2;
      }
      key = LiteralTable.key(key, c);
    }
    return key;
  }

  /** Returns whether the decoded segment equals a literal, which is ASCII. */
  static boolean isLiteral(String literal, String path, int start, int end) {
    int k = 0;
    for (int i = start; i < end; i++, k++) {
      int c = path.charAt(i);
      if (c == '%') {
        c = octet(path, i);
        i += 2;
      }
      if (k == literal.length() || literal.charAt(k) != c) {
        return false;
      }
    }
    return k == literal.length();
  }

  /**
   * Returns below 0 when a text, which is ASCII, comes before a segment, above 0 when it comes
   * after, and 0 when the segment begins with it.
   */
  static int compare(String text, String path, int start, int end, boolean isDecoded) {
    int i = start;
    for (int k = 0; k < text.length(); k++, i++) {
      if (i >= end) {
        return 1;
      }
      int c = path.charAt(i);
      if (isDecoded && c == '%') {
        c = octet(path, i);
        i += 2;
      }
      if (c != text.charAt(k)) {
        return text.charAt(k) - c;
      }
    }
    return 0;
  }

  /** Returns whether a segment ends with a text, which is ASCII. */
  static boolean endsWith(String text, String path, int start, int end, boolean isDecoded) {
    int i = end;
    for (int k = text.length() - 1; k >= 0; k--) {
      if (--i < start) {
        return false;
      }
      int c = path.charAt(i);
      if (isDecoded && i - 2 >= start && path.charAt(i - 2) == '%') {
        i -= 2;
        c = octet(path, i);
      }
      if (c != text.charAt(k)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the number of octets of the decoded segment. */
  static int length(String path, int start, int end) {
    int length = end - start;
    for (int i = start; i < end; i++) {
      if (path.charAt(i) == '%') {
        length -= 2;
      }
    }
    return length;
  }
}
