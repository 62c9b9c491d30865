package dev.warder.benchmarks;

import java.util.Locale;

/**
 * Ways to write a request otherwise, so that one reader may take it for the same as before and
 * another for none. Where a path gives no place for it, it stays as it was.
 */
enum HostileSpelling {
  TRAILING_SLASH,
  DOUBLED_SLASH,
  LEADING_SLASHES,
  DOT_SEGMENT,
  DOT_DOT_SEGMENT,
  ENCODED_DOT_DOT,
  ENCODED_LETTER,
  ENCODED_SLASH,
  DOUBLY_ENCODED_SLASH,
  PATH_PARAMETER,
  PATH_PARAMETER_INSIDE,
  BACKSLASH,
  ENCODED_NULL,
  LINE_FEED,
  NON_ASCII,
  TRAILING_DOT,
  UPPER_CASE,
  LOWER_CASE_METHOD;

  private static final String SECOND_SLASH = "(?<=.)/";

  String path(String path) {
    return switch (this) {
      case TRAILING_SLASH -> path + "/";
      case DOUBLED_SLASH -> path.replaceFirst(SECOND_SLASH, "//");
      case LEADING_SLASHES -> "/" + path;
      case DOT_SEGMENT -> path.replaceFirst(SECOND_SLASH, "/./");
      case DOT_DOT_SEGMENT -> path.replaceFirst(SECOND_SLASH, "/x/../");
      case ENCODED_DOT_DOT -> path.replaceFirst(SECOND_SLASH, "/x/%2e%2e/");
      case ENCODED_LETTER -> path.replaceFirst("v1", "%761");
      case ENCODED_SLASH -> path.replaceFirst(SECOND_SLASH, "%2F");
      case DOUBLY_ENCODED_SLASH -> path.replaceFirst(SECOND_SLASH, "%252F");
      case PATH_PARAMETER -> path + ";a=1";
      case PATH_PARAMETER_INSIDE -> path.replaceFirst("v1", "v1;a=1");
      case BACKSLASH -> path.replaceFirst(SECOND_SLASH, "\\\\");
      case ENCODED_NULL -> path + "%00";
      case LINE_FEED -> path + "\n";
      case NON_ASCII -> path + "\u00e9";
      case TRAILING_DOT -> path + ".";
      case UPPER_CASE -> path.replaceFirst("v1", "V1");
      case LOWER_CASE_METHOD -> path;
    };
  }

  String method(String method) {
    return this == LOWER_CASE_METHOD ? method.toLowerCase(Locale.ROOT) : method;
  }

  /** Returns it in words. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
