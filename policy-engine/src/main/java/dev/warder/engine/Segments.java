package dev.warder.engine;

/** Finds segments in templates and canonical paths. */
final class Segments {
  private Segments() {}

  /** Returns where a segment begins, counted from 0. */
  static int start(String path, int segment) {
    int start = 1;
    for (int i = 0; i < segment; i++) {
      start = path.indexOf('/', start) + 1;
    }
    return start;
  }

  /** Returns where the segment that begins at {@code start} ends, exclusive. */
  static int end(String path, int start) {
    int end = path.indexOf('/', start);
    return end < 0 ? path.length() : end;
  }

  /**
   * Returns whether the segment that begins at {@code start} is a text, which holds no slash: the
   * end of the segment need not be looked for.
   */
  static boolean isAt(String text, String path, int start) {
    int end = start + text.length();
    return path.startsWith(text, start) && (end == path.length() || path.charAt(end) == '/');
  }

  /** Returns the key of a segment with one more character, which is ASCII: see LiteralTable. */
  static long key(long key, int c) {
    return Long.rotateLeft(key, 7) ^ c;
  }
}
