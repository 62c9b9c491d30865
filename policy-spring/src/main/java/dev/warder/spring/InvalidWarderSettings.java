package dev.warder.spring;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.function.Supplier;

/** A setting {@code warder.*} with which the service does not start, and what would be right. */
public final class InvalidWarderSettings extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong at a setting. */
  InvalidWarderSettings(String setting, String what) {
    super(setting + ": " + what);
  }

  /** Returns what a setting makes; what it refuses is named with the setting. */
  @CanIgnoreReturnValue
  static <T> T at(String setting, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new InvalidWarderSettings(setting, String.valueOf(e.getMessage()));
    }
  }
}
