package dev.warder.gate.token;

import org.jspecify.annotations.Nullable;

/**
 * The value of an {@code Authorization} header field that carries a bearer token (RFC 6750, section
 * 2.1; RFC 9110, section 11.4).
 */
final class BearerField {
  private static final String SCHEME = "Bearer";

  /** How many characters stand before a token at least: the scheme and one space. */
  static final int LEAST = SCHEME.length() + 1;

  private BearerField() {}

  /** Returns where the token begins, or less than 0 where there is none. */
  static int start(@Nullable String value) {
    if (value == null || !value.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return -1;
    }
    int start = SCHEME.length();
    while (start < value.length() && value.charAt(start) == ' ') {
      start++;
    }
    return start < LEAST || start == value.length() ? -1 : start;
  }
}
