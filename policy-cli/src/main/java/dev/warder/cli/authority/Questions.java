package dev.warder.cli.authority;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warder.cli.text.Console;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.model.text.InputText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;

/** Asks a person, on standard error, and reads lines from standard input. */
final class Questions {
  private final Console console;
  private final BufferedReader answers;

  Questions(Console console) {
    this.console = console;
    this.answers = new BufferedReader(new InputStreamReader(console.in(), UTF_8));
  }

  /** Shows a line, in which nothing moves a cursor. */
  void tell(String line) {
    console.err().println(Shown.whole(line));
  }

  /**
   * Asks, and returns the answer without spaces and tabs around it.
   *
   * @throws NoAnswer when the input ends instead, as Ctrl-D does
   */
  String ask(String question) throws NoAnswer, IOException {
    console.err().print(Shown.whole(question) + ": ");
    console.err().flush();
    String answer = answers.readLine();
    if (answer == null) {
      console.err().println();
      throw NoAnswer.because("no answer was given; nothing was done");
    }
    return InputText.trimmed(answer);
  }
}
