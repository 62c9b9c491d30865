package dev.warder.cli.check;

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
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Explains a reason: when it is given, and what to do about it. */
@Command(
    name = "explain",
    customSynopsis = "warder explain [OPTION]... [REASON]",
    header = "Explains a reason: when it is given, and what to do about it.",
    footer = {
      "",
      "Without REASON, the command lists all reasons.",
      "",
      "Exit codes: 0 explained, 2 there is no such reason.",
      "",
      "Examples:",
      "  warder explain missing-capability",
      "  warder explain"
    })
final class ExplainCommand extends Task {
  @Parameters(
      arity = "0..1",
      paramLabel = "REASON",
      description = "The reason of a decision, such as wrong-account.")
  String reason = "";

  @Mixin JsonOption json;

  @Override
  protected int run(Console console) throws NoAnswer {
    List<ReasonText> texts = reason.isEmpty() ? ReasonText.ALL : List.of(find());
    json.print(console, to -> print(texts, to), object -> write(object, texts));
    return ALLOWED;
  }

  private ReasonText find() throws NoAnswer {
    Optional<ReasonText> text = ReasonText.of(reason);
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
    if (!reason.isEmpty()) {
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
