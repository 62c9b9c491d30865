package dev.warder.cli.check;

import dev.warder.cli.text.NameList;
import dev.warder.cli.text.NoAnswer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a token carries. */
final class CapabilitiesOption {
  @Option(
      names = {"-c", "--capabilities", "--capability"},
      paramLabel = "LIST",
      description =
          "What the token carries, separated by commas; \"\" for nothing. Repeat it for more.")
  @Nullable List<String> texts;

  boolean isGiven() {
    return texts != null;
  }

  /** Returns the names of all lists. */
  List<String> list() throws NoAnswer {
    if (texts == null) {
      throw NoAnswer.usage("needs --capabilities LIST, what the token carries; \"\" for nothing");
    }
    List<String> all = new ArrayList<>();
    for (String text : texts) {
      all.addAll(NameList.parse("--capabilities", text));
    }
    return all;
  }
}
