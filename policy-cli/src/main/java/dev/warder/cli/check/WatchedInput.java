package dev.warder.cli.check;

import dev.warder.cli.text.Console;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file, or standard input, that is read once with its progress shown. */
final class WatchedInput extends FilterInputStream {
  private final ProgressLine progress;
  private long bytes;

  private WatchedInput(InputStream in, ProgressLine progress) {
    super(in);
    this.progress = progress;
  }

  /** Opens a file, or standard input for {@code -}. */
  static WatchedInput open(String file, String task, Console console) throws IOException {
    if (file.equals("-")) {
      return new WatchedInput(console.in(), ProgressLine.of(console, task, -1));
    }
    Path path = Path.of(file);
    long size = Files.size(path);
    return new WatchedInput(Files.newInputStream(path), ProgressLine.of(console, task, size));
  }

  @Override
  public int read(byte[] into, int start, int count) throws IOException {
    int read = super.read(into, start, count);
    bytes += Math.max(0, read);
    progress.at(bytes);
    return read;
  }

  @Override
  public void close() throws IOException {
    progress.close();
    super.close();
  }
}
