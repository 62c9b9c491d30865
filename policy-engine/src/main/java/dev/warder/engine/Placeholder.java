package dev.warder.engine;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;

/** Stands here until the first class of this package; public because javadoc wants one. */
public final class Placeholder {
  private Placeholder() {}

  static int length(@Nullable String text) {
    return text == null ? 0 : ImmutableList.of(text).get(0).length();
  }
}
