package dev.warder.cli.text;

import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Whether an answer is for people or for programs. */
public final class JsonOption {
  @Option(
      names = "--json",
      order = OptionSection.OUTPUT,
      description = "Answers with one JSON object on one line.")
  private boolean json;

  /** Returns whether an object is printed. */
  public boolean isGiven() {
    return json;
  }

  /** Prints an answer: as text, or as the members of an object. */
  public void print(Console console, Consumer<Console> text, Consumer<JsonObject> members) {
    if (json) {
      JsonObject.print(console.out(), members);
    } else {
      text.accept(console);
    }
  }
}
