package dev.warder.analysis.document;

import org.jspecify.annotations.Nullable;

/** Which members of a document are kept; the rest is passed over and takes no memory. */
@FunctionalInterface
public interface Keep {
  /** Keeps everything below. */
  Keep ALL = name -> Keep.ALL;

  /** Returns what is kept of a member's value, or null when the member is passed over. */
  @Nullable Keep of(String name);
}
