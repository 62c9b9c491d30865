package dev.warder.cli.text;

import dev.warder.model.text.InputText;
import java.util.List;
import java.util.stream.Stream;

/** The names in an option's value, with commas between them. */
public final class NameList {
  private NameList() {}

  /**
   * Returns the names without spaces and tabs around them; none for the empty text.
   *
   * @param option the option, as a message calls it
   */
  public static List<String> parse(String option, String text) throws NoAnswer {
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> names = Stream.of(text.split(",", -1)).map(InputText::trimmed).toList();
    if (names.contains("")) {
      throw NoAnswer.usage(
          option
              + " has an empty name in "
              + Shown.quoted(text)
              + "; type one comma between names");
    }
    return names;
  }
}
