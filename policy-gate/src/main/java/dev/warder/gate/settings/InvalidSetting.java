package dev.warder.gate.settings;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.function.Supplier;

/** A setting of a configuration that is missing or cannot be used, and what would be right. */
public final class InvalidSetting extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String setting;
  private final String what;

  /**
   * Says what is wrong at a setting.
   *
   * @param setting its path of keys, such as {@code issuers[0].audience}
   * @param what what is wrong, or what would be right, for the person who writes it
   */
  public InvalidSetting(String setting, String what) {
    super(setting + ": " + what);
    this.setting = setting;
    this.what = what;
  }

  /** Returns the path of keys. */
  public String setting() {
    return setting;
  }

  /** Returns what is wrong. */
  public String what() {
    return what;
  }

  /** Returns what a setting makes; what it refuses is named with the setting. */
  @CanIgnoreReturnValue
  static <T> T at(String setting, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new InvalidSetting(setting, String.valueOf(e.getMessage()));
    }
  }
}
