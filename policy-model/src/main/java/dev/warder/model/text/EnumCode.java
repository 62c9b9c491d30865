package dev.warder.model.text;

import java.util.Locale;

/** How the constants of an enum are written in files, logs and answers. */
public final class EnumCode {
  private EnumCode() {}

  /** Returns the name in lower case with hyphens: {@code not-allowed} of {@code NOT_ALLOWED}. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
