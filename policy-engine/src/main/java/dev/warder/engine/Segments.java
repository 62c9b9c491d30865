package dev.warder.engine;

/** Finds segments in a canonical path. */
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
}
