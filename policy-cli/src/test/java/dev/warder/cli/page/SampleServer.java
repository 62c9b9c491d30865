package dev.warder.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.Terminal;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code warder sample} in this process, on a free port. */
final class SampleServer implements PageServer {
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final PipedWriter out = new PipedWriter();
  private final BufferedReader lines;
  private final StringWriter err = new StringWriter();
  private final Future<Integer> exitCode;
  private final String firstLine;

  SampleServer(Map<String, String> environment, List<String> arguments) throws Exception {
    List<String> atAnyPort = new ArrayList<>(arguments);
    atAnyPort.addAll(List.of("--port", "0"));
    lines = new BufferedReader(new PipedReader(out));
    exitCode = thread.submit(() -> Run.on(console(environment), atAnyPort.toArray(String[]::new)));
    firstLine = lines.readLine();
  }

  /** The clock is the machine's, which programs in other processes have too. */
  private Console console(Map<String, String> environment) {
    return new Console(
        InputStream.nullInputStream(),
        new PrintWriter(out),
        new PrintWriter(err),
        Terminal.NONE,
        environment::get,
        InstantSource.system());
  }

  @Override
  public String firstLine() {
    return firstLine;
  }

  /** Ends the program as Ctrl-C does. The page mentions the warning about keys. */
  @Override
  public void end() throws Exception {
    thread.shutdownNow();
    assertThat(exitCode.get()).as(err.toString()).isZero();
    out.close();
    lines.close();
    assertThat(err.toString().lines().filter(line -> !line.contains("unencrypted"))).isEmpty();
  }
}
