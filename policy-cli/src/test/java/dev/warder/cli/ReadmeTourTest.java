package dev.warder.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's tour of the sample gateway: its commands over real HTTP give what is shown. */
class ReadmeTourTest {
  private static final String ADDRESS = "http://127.0.0.1:8080";
  private static final String FOLDER = "target/sample";

  private final HttpClient client = HttpClient.newHttpClient();
  @TempDir private Path folder;

  /** A command of the tour, and what is shown to come of it. */
  private record Step(String command, String output) {}

  private static List<Step> steps() throws Exception {
    List<Step> steps = new ArrayList<>();
    Pattern.compile("```console\n(.*?)```", Pattern.DOTALL)
        .matcher(Files.readString(Path.of("..", "README.md")))
        .results()
        .map(block -> block.group(1))
        .filter(block -> block.contains("127.0.0.1"))
        .flatMap(block -> Pattern.compile("(?m)^\\$ ").splitAsStream(block))
        .filter(shown -> !shown.isEmpty())
        .forEach(
            shown -> {
              int end = shown.indexOf('\n');
              steps.add(new Step(shown.substring(0, end), shown.substring(end + 1)));
            });
    return steps;
  }

  @Test
  void tour_eachCommand_givesWhatIsShown() throws Exception {
    List<Step> steps = steps();
    assertThat(steps).hasSize(10);
    assertThat(steps.get(0).command()).isEqualTo("./warder sample --limit client=2 &");
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (PipedReader piped = new PipedReader();
        PipedWriter out = new PipedWriter(piped);
        BufferedReader lines = new BufferedReader(piped)) {
      StringWriter err = new StringWriter();
      Future<Integer> exitCode =
          thread.submit(
              () ->
                  Run.printing(
                      new PrintWriter(out),
                      new PrintWriter(err),
                      "sample",
                      "--limit",
                      "client=2",
                      "--port",
                      "0",
                      "--folder",
                      folder.toString()));
      String shown = lines.readLine() + "\n" + lines.readLine() + "\n" + lines.readLine() + "\n";
      String address = shown.replaceFirst("(?s).*(http://127.0.0.1:\\d+).*", "$1");
      assertThat(shown.replace(address, ADDRESS).replace(folder.toString(), FOLDER))
          .isEqualTo(steps.get(0).output());
      for (Step step : steps.subList(1, steps.size())) {
        assertThat(curl(step.command(), address)).as(step.command()).isEqualTo(step.output());
      }
      thread.shutdownNow();
      assertThat(exitCode.get()).isZero();
      assertThat(err.toString()).isEmpty();
    } finally {
      thread.shutdownNow();
    }
  }

  /** Does what curl would, and returns the body, as a line of its own unless it is empty. */
  private String curl(String command, String address) throws Exception {
    Iterator<String> words = List.of(command.split(" ")).iterator();
    assertThat(words.next()).isEqualTo("curl");
    assertThat(words.next()).isEqualTo("-s");
    HttpRequest.Builder request = HttpRequest.newBuilder();
    String method = "GET";
    while (words.hasNext()) {
      String word = words.next();
      if (word.equals("-X")) {
        method = words.next();
      } else if (word.equals("-H")) {
        String file = words.next();
        assertThat(file).startsWith("@" + FOLDER + "/");
        String line = Files.readString(folder.resolve(file.substring(FOLDER.length() + 2))).strip();
        request.header(line.substring(0, line.indexOf(':')), line.substring(line.indexOf(' ') + 1));
      } else {
        assertThat(word).startsWith(ADDRESS + "/");
        request.uri(URI.create(word.replace(ADDRESS, address)));
      }
    }
    String body =
        client
            .send(
                request.method(method, BodyPublishers.noBody()).build(),
                BodyHandlers.ofString(UTF_8))
            .body()
            .strip();
    return body.isEmpty() ? "" : body + "\n";
  }
}
