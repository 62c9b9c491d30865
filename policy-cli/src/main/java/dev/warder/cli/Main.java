package dev.warder.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warder.cli.text.Console;
import dev.warder.cli.text.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Locale;

/** The program's entry point, and the only place that knows the process it runs in. */
public final class Main {
  private Main() {}

  /**
   * Runs the program and ends the process with its exit code, see {@link Task}.
   *
   * @param args the command line
   */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    Console console =
        new Console(
            System.in,
            writer(FileDescriptor.out),
            writer(FileDescriptor.err),
            Terminal.of(System::getenv),
            System::getenv,
            InstantSource.system());
    System.exit(new Program(console).run(args));
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), UTF_8));
  }
}
