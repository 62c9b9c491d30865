package dev.warder.cli.check;

import static java.util.stream.Collectors.joining;

import dev.warder.cli.text.Console;
import dev.warder.cli.text.JsonObject;
import dev.warder.cli.text.JsonOption;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Style;
import dev.warder.cli.text.Task;
import dev.warder.cli.text.TextTable;
import dev.warder.gate.token.TokenFault;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Explains a reason: when it is given, and what to do about it. */
@Command(
    name = "explain",
    customSynopsis = "warder explain [OPTION]... [REASON|STATUS]",
    header = "Explains a reason: when it is given, and what to do about it.",
    footer = {
      "",
      "With a STATUS, the command lists the reasons that have it; without an argument,",
      "all reasons.",
      "",
      "Exit codes: 0 explained, 2 there is no such reason.",
      "",
      "Examples:",
      "  warder explain missing-capability",
      "  warder explain 403",
      "  warder explain"
    })
final class ExplainCommand extends Task {
  /** What the body of an answer says in place of {@code wrong-account}. */
  private static final String SHOWN_TO_CLIENTS = "not-found";

  private static final Pattern STATUS = Pattern.compile("[0-9]{3}");

  @Parameters(
      arity = "0..1",
      paramLabel = "REASON|STATUS",
      description = "The reason of a decision, such as wrong-account, or an HTTP status.")
  String reason = "";

  @Mixin JsonOption json;

  @Override
  protected int run(Console console) throws NoAnswer {
    List<ReasonText> texts = texts();
    json.print(console, to -> print(texts, to), object -> write(object, texts));
    return ALLOWED;
  }

  private List<ReasonText> texts() throws NoAnswer {
    if (reason.isEmpty()) {
      return ReasonText.ALL;
    }
    return STATUS.matcher(reason).matches() ? withStatus() : List.of(find());
  }

  private List<ReasonText> withStatus() throws NoAnswer {
    List<ReasonText> texts =
        ReasonText.ALL.stream().filter(text -> reason.equals("" + text.status())).toList();
    if (texts.isEmpty()) {
      throw NoAnswer.because(
          "no reason has the status "
              + reason
              + "; there are "
              + ReasonText.ALL.stream()
                  .map(ReasonText::status)
                  .distinct()
                  .sorted()
                  .map(String::valueOf)
                  .collect(joining(", ")));
    }
    return texts;
  }

  private ReasonText find() throws NoAnswer {
    Optional<ReasonText> text =
        ReasonText.of(reason.equals(SHOWN_TO_CLIENTS) ? "wrong-account" : reason);
    if (text.isPresent()) {
      return text.get();
    }
    for (TokenFault fault : TokenFault.values()) {
      if (fault.code().equals(reason)) {
        return ReasonText.of(fault);
      }
    }
    throw new Unknown()
        .name("reason", reason, ReasonText.ALL.stream().map(ReasonText::code).toList());
  }

  private void print(List<ReasonText> texts, Console console) {
    if (!reason.isEmpty() && texts.size() == 1) {
      printPage(texts.get(0), console);
      return;
    }
    TextTable table = new TextTable("REASON", "STATUS", "MEANS");
    texts.forEach(text -> table.row(text.code(), text.status(), text.means()));
    table.print(console);
  }

  private static void printPage(ReasonText text, Console console) {
    console.println(
        console.styled(Style.STRONG, text.code())
            + " (status "
            + text.status()
            + "): "
            + text.means());
    for (String paragraph : List.of(text.when(), text.remedy())) {
      console.println("");
      console.lines(paragraph, 0).forEach(console::println);
    }
  }

  private static void write(JsonObject json, List<ReasonText> texts) {
    json.putObjects(
        "reasons",
        texts,
        (object, text) -> {
          object.put("reason", text.code());
          object.put("status", text.status());
          object.put("means", text.means());
          object.put("when", text.when());
          object.put("remedy", text.remedy());
        });
  }
}
