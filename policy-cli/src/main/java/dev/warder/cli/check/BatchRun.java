package dev.warder.cli.check;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.warder.analysis.document.JsonLines;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.FileFailure;
import dev.warder.cli.text.JsonObject;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Task;
import dev.warder.engine.PolicyEngine;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import org.jspecify.annotations.Nullable;

/** A batch from its file to standard output, with its progress on a terminal's standard error. */
final class BatchRun {
  private BatchRun() {}

  /** Answers every line of a file, or of standard input for {@code -}; returns the exit code. */
  static int of(PolicyEngine engine, @Nullable TokenCheck tokens, String file, Console console)
      throws NoAnswer {
    try (WatchedInput in = WatchedInput.open(file, "batch", console);
        JsonGenerator json = JsonObject.FACTORY.createGenerator(console.out())) {
      json.setRootValueSeparator(null);
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      Batch batch = new Batch(engine, tokens, json);
      JsonLines lines = new JsonLines(in, () -> flush(json, console));
      boolean isBad = false;
      if (!lines.next()) {
        throw NoAnswer.because("the batch has no question; write one JSON object a line");
      }
      do {
        isBad |= !batch.answer(lines);
      } while (lines.next());
      return isBad ? Task.NO_ANSWER : Task.ALLOWED;
    } catch (NobodyReads e) {
      // The program itself says that standard output cannot be written to.
      return Task.NO_ANSWER;
    } catch (IOException | InvalidPathException e) {
      throw FileFailure.unreadable(file, e);
    }
  }

  /** Hands on what was answered, and gives up where nobody takes it any more. */
  private static void flush(JsonGenerator json, Console console) throws IOException {
    json.flush();
    if (console.out().checkError()) {
      throw new NobodyReads();
    }
  }

  /** What is answered goes nowhere. */
  private static final class NobodyReads extends IOException {
    private static final long serialVersionUID = 1;
  }
}
