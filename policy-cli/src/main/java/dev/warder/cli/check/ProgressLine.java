package dev.warder.cli.check;

import dev.warder.cli.text.Console;
import java.io.PrintWriter;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far a long task is; shown where standard error is a terminal, and nothing elsewhere. */
final class ProgressLine implements AutoCloseable {
  private static final int WIDTH = 78;
  private static final int MILLISECONDS = 500;

  private final @Nullable ProgressBar bar;
  private final PrintWriter err;

  private ProgressLine(@Nullable ProgressBar bar, PrintWriter err) {
    this.bar = bar;
    this.err = err;
  }

  /** Begins a task over so many bytes, or over no one knows how many where it is negative. */
  static ProgressLine of(Console console, String task, long bytes) {
    if (!console.terminal().showsErrors()) {
      return new ProgressLine(null, console.err());
    }
    PrintWriter err = console.err();
    return new ProgressLine(
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(bytes)
            .setUnit(" MB", 1_000_000)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(MILLISECONDS)
            .setConsumer(new DelegatingProgressBarConsumer(text -> show(err, text), WIDTH))
            .build(),
        err);
  }

  private static void show(PrintWriter err, String text) {
    err.print("\r" + text);
    err.flush();
  }

  /** Shows that so many bytes are done; cheap enough for every line. */
  void at(long bytes) {
    if (bar != null) {
      bar.stepTo(bytes);
    }
  }

  /** Shows the task as it is now, once more, and ends its line. */
  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      err.println();
      err.flush();
    }
  }
}
