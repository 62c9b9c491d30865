package dev.warder.engine.paths;

/** Finds segments in templates and canonical paths. */
public final class Segments {
  private Segments() {}

  /** Returns the number of segments. */
  public static int count(String path) {
    int count = 0;
    for (int i = 0; i >= 0; i = path.indexOf('/', i + 1)) {
      count++;
    }
    return count;
  }

  /** Returns where a segment begins, counted from 0. */
  public static int start(String path, int segment) {
    int start = 1;
    for (int i = 0; i < segment; i++) {
      start = path.indexOf('/', start) + 1;
    }
    return start;
  }

  /** Returns where the segment that begins at {@code start} ends, exclusive. */
  public static int end(String path, int start) {
    int end = path.indexOf('/', start);
    return end < 0 ? path.length() : end;
  }

  /**
   * Returns whether the segment that begins at {@code start} is a text, which holds no slash: the
   * end of the segment need not be looked for.
   */
  public static boolean isAt(String text, String path, int start) {
    int end = start + text.length();
    return path.startsWith(text, start) && (end == path.length() || path.charAt(end) == '/');
  }

  /** Returns where a segment begins, counted from 0 at the last one. */
  public static int startFromLast(String path, int segment) {
    int start = path.lastIndexOf('/') + 1;
    for (int i = 0; i < segment; i++) {
      start = path.lastIndexOf('/', start - 2) + 1;
    }
    return start;
  }
}
