package dev.warder.cli;

import dev.warder.gate.token.TokenFault;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains a reason: when it is given, and what to do about it. */
@Command(
    name = "explain",
    customSynopsis = "warder explain [OPTION]... [REASON]",
    header = "Explains a reason: when it is given, and what to do about it.",
    footer = {
      "",
      "Without REASON, all of them are listed.",
      "",
      "Exit codes: 0; 2 no answer, as where there is no such reason.",
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

  @Option(names = "--json", description = "Answers with one JSON object on one line.")
  boolean json;

  @Mixin HelpOption helpOption;

  @Override
  int run(Console console) throws NoAnswer, IOException {
    List<ReasonText> texts = reason.isEmpty() ? ReasonText.ALL : List.of(find());
    if (json) {
      printJson(texts, console);
    } else if (reason.isEmpty()) {
      printTable(console);
    } else {
      printPage(texts.get(0), console);
    }
    return ExitCode.ALLOWED;
  }

  private ReasonText find() throws NoAnswer {
    for (ReasonText text : ReasonText.ALL) {
      if (text.code().equals(reason)) {
        return text;
      }
    }
    for (TokenFault fault : TokenFault.values()) {
      if (fault.code().equals(reason)) {
        return ReasonText.of(fault);
      }
    }
    throw Unknown.name("reason", reason, ReasonText.ALL.stream().map(ReasonText::code).toList());
  }

  private void printTable(Console console) {
    Table table = new Table("REASON", "STATUS", "MEANS");
    for (ReasonText text : ReasonText.ALL) {
      table.row(text.code(), String.valueOf(text.status()), text.means());
    }
    table.print(console);
  }

  private void printPage(ReasonText text, Console console) {
    console
        .out()
        .println(
            console.styled(Style.STRONG, text.code())
                + " (status "
                + text.status()
                + "): "
                + text.means());
    int width =
        console.terminal().columns() == 0 ? Integer.MAX_VALUE : console.terminal().columns();
    for (String paragraph : List.of(text.when(), text.remedy())) {
      console.out().println();
      Wrapped.lines(paragraph, width).forEach(console.out()::println);
    }
  }

  private void printJson(List<ReasonText> texts, Console console) throws IOException {
    Json.print(
        console.out(),
        json -> {
          json.writeArrayFieldStart("reasons");
          for (ReasonText text : texts) {
            json.writeStartObject();
            json.writeStringField("reason", text.code());
            json.writeNumberField("status", text.status());
            json.writeStringField("means", text.means());
            json.writeStringField("when", text.when());
            json.writeStringField("remedy", text.remedy());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }
}
