package dev.warder.cli.page;

import java.nio.file.Path;

/** Something that a page should say or do otherwise, and where. */
record Finding(Path page, int line, String message) {
  @Override
  public String toString() {
    return page + ":" + line + ": " + message;
  }
}
