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
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A batch from its file to standard output, with its progress on a terminal's standard error. */
final class BatchRun {
  private BatchRun() {}

  /** Answers every line of a file, or of standard input for {@code -}; returns the exit code. */
  static int of(PolicyEngine engine, @Nullable TokenCheck tokens, String file, Console console)
      throws NoAnswer, IOException {
    if (file.equals("-")) {
      return of(engine, tokens, console.in(), ProgressLine.of(console, "batch", -1), console);
    }
    try {
      Path path = Path.of(file);
      try (InputStream in = Files.newInputStream(path)) {
        return of(engine, tokens, in, ProgressLine.of(console, "batch", Files.size(path)), console);
      }
    } catch (IOException | InvalidPathException e) {
      throw FileFailure.unreadable(file, e);
    }
  }

  private static int of(
      PolicyEngine engine,
      @Nullable TokenCheck tokens,
      InputStream in,
      ProgressLine progress,
      Console console)
      throws IOException {
    try {
      return answer(engine, tokens, in, progress, console);
    } catch (NobodyReads e) {
      // The program itself says that standard output cannot be written to.
      return Task.NO_ANSWER;
    }
  }

  private static int answer(
      PolicyEngine engine,
      @Nullable TokenCheck tokens,
      InputStream in,
      ProgressLine progress,
      Console console)
      throws IOException {
    long bad = 0;
    try (progress;
        JsonGenerator json = JsonObject.FACTORY.createGenerator(console.out())) {
      json.setRootValueSeparator(null);
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      Batch batch = new Batch(engine, tokens, json);
      JsonLines lines = new JsonLines(in, () -> flush(json, console));
      while (lines.next()) {
        bad += batch.answer(lines) ? 0 : 1;
        progress.at(lines.bytesRead());
      }
    }
    return bad == 0 ? Task.ALLOWED : Task.NO_ANSWER;
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
