package dev.warder.cli;

import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Whether an answer is for people or for programs. */
final class JsonOption {
  @Option(names = "--json", description = "Answers with one JSON object on one line.")
  boolean isGiven;

  /** Prints an answer: as text, or as the members of an object. */
  void print(Console console, Consumer<Console> text, Consumer<JsonObject> members) {
    if (isGiven) {
      JsonObject.print(console.out(), members);
    } else {
      text.accept(console);
    }
  }
}
