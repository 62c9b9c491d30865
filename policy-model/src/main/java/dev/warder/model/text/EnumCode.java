package dev.warder.model.text;

import com.google.common.base.Ascii;

/** How the constants of an enum are written in files, logs and answers. */
public final class EnumCode {
  private EnumCode() {}

  /** Returns the name in lower case with hyphens: {@code not-allowed} of {@code NOT_ALLOWED}. */
  public static String of(Enum<?> constant) {
    return Ascii.toLowerCase(constant.name()).replace('_', '-');
  }
}
