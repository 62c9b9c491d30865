package dev.warder.cli.text;

import com.google.common.base.Ascii;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** Which entries of a list are shown: all, or those in which a text occurs. */
public final class Listing {
  @Parameters(
      arity = "0..1",
      paramLabel = "TEXT",
      description = "Lists only what contains this text, in upper or lower case.")
  @Nullable String text;

  /** Returns whether the entry with these texts is shown. */
  public boolean shows(List<String> texts) {
    return text == null || texts.stream().anyMatch(this::isIn);
  }

  private boolean isIn(String whole) {
    return Ascii.toLowerCase(whole).contains(Ascii.toLowerCase(String.valueOf(text)));
  }
}
