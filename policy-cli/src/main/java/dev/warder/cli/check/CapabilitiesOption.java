package dev.warder.cli.check;

import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.model.text.InputText;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a token carries. */
final class CapabilitiesOption {
  @Option(
      names = "--capabilities",
      paramLabel = "LIST",
      description = "What the token carries, separated by commas; \"\" for nothing.")
  @Nullable String text;

  boolean isGiven() {
    return text != null;
  }

  /**
   * Returns the strings between the commas, without spaces and tabs around; none for the empty
   * text.
   */
  List<String> list() throws NoAnswer {
    if (text == null) {
      throw NoAnswer.usage("needs the token's --capabilities");
    }
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> list = Stream.of(text.split(",", -1)).map(InputText::trimmed).toList();
    if (list.contains("")) {
      throw NoAnswer.usage(
          "--capabilities has nothing before or after a comma: " + Shown.quoted(text));
    }
    return list;
  }
}
