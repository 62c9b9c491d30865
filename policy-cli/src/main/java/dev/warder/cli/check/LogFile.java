package dev.warder.cli.check;

import dev.warder.analysis.usage.RequestLog;
import dev.warder.analysis.usage.RequestLog.BadLine;
import dev.warder.analysis.usage.Usage;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.FileFailure;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.List;

/** A log in a file or on standard input, read once with its progress shown. */
final class LogFile {
  private static final int MOST_TOLD = 20;

  private final String file;
  private final Console console;
  private final List<BadLine> told = new ArrayList<>();
  private long bad;

  LogFile(String file, Console console) {
    this.file = file;
    this.console = console;
  }

  /** Counts the requests, warns of the first bad lines, and returns how many are bad. */
  long read(Usage usage) throws NoAnswer {
    try (WatchedInput in = WatchedInput.open(file, "log", console)) {
      RequestLog.read(in, usage::add, this::note);
    } catch (IOException | InvalidPathException e) {
      throw FileFailure.unreadable(file, e);
    }
    tell();
    return bad;
  }

  /** Warns after the reading, so that no warning stands amid its progress. */
  private void tell() {
    for (BadLine line : told) {
      console.warn("line " + line.line() + " is skipped: " + Shown.whole(line.problem()));
    }
    if (bad > MOST_TOLD) {
      console.warn((bad - MOST_TOLD) + " more lines are skipped");
    }
  }

  private void note(BadLine line) {
    if (++bad <= MOST_TOLD) {
      told.add(line);
    }
  }
}
