package dev.warder.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
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
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's tour of tokens and a gateway: its commands, over real HTTP, give what is shown; with
 * a store in a file, as there, and on a server.
 */
class ReadmeTourTest {
  private static final String ADDRESS = "http://127.0.0.1:8080";
  private static final String FOLDER = "target/sample";
  private static final String FILE = FOLDER + "/tokens.db";

  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService gateway = Executors.newSingleThreadExecutor();
  private final Map<String, String> environment = new HashMap<>();
  private String address = "";
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

  /** What differs from run to run, as it is in each. */
  private static String normal(String text) {
    return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "TIME")
        .replaceAll("(\"last_used_at\"|\"lastUsedAt\"):(null|\"TIME\")", "$1:USE")
        .replaceAll("(?m)^  last used: +TIME\n", "")
        .replaceAll("head: +\\S{43}", "head: HEAD");
  }

  @AfterEach
  void endGateway() {
    gateway.shutdownNow();
  }

  @Test
  void tour_storeInAFile_eachCommandGivesWhatIsShown() throws Exception {
    run(folder.resolve("tokens.db").toString());
  }

  @Test
  void tour_storeOnAServer_theSame() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
      environment.put("WARDER_ENCRYPTION_KEY", "00".repeat(32));
      environment.put("WARDER_AUDIT_KEY_FILE", folder.resolve("audit-key").toString());
      run(server.getJdbcUrl("postgres", "postgres"));
    }
  }

  private void run(String store) throws Exception {
    List<Step> steps = steps();
    assertThat(steps).hasSize(18);
    try (PipedReader piped = new PipedReader();
        PipedWriter out = new PipedWriter(piped);
        BufferedReader lines = new BufferedReader(piped)) {
      StringWriter err = new StringWriter();
      Future<Integer> exitCode = null;
      for (Step step : steps) {
        List<String> words = words(step.command());
        String given;
        if (words.get(0).equals("export")) {
          given = export(words, store);
        } else if (words.get(0).equals("cp")) {
          Files.copy(here(words.get(1)), here(words.get(2)), StandardCopyOption.REPLACE_EXISTING);
          given = "";
        } else if (words.get(0).equals("curl")) {
          given = curl(words);
        } else if (words.get(words.size() - 1).equals("&")) {
          exitCode = gateway.submit(() -> sample(words, new PrintWriter(out), err));
          String line = lines.readLine();
          address = line.replaceFirst(".*(http://127.0.0.1:\\d+).*", "$1");
          given = line.replace(address, ADDRESS) + "\n";
        } else {
          given = warder(words);
        }
        assertThat(normal(given))
            .as(step.command())
            .isEqualTo(normal(Run.withoutFingerprint(step.output())));
      }
      gateway.shutdownNow();
      assertThat(exitCode).isNotNull();
      assertThat(exitCode.get()).isZero();
      assertThat(err.toString().lines().filter(line -> !line.contains("stored unencrypted")))
          .isEmpty();
    }
  }

  private static List<String> words(String command) {
    return Pattern.compile("\"([^\"]*)\"|(\\S+)")
        .matcher(command)
        .results()
        .map(ReadmeTourTest::word)
        .toList();
  }

  private static String word(MatchResult word) {
    return word.group(1) == null ? word.group(2) : word.group(1);
  }

  private String export(List<String> words, String store) {
    for (String word : words.subList(1, words.size())) {
      String[] parts = word.split("=", 2);
      environment.put(parts[0], parts[1].equals(FILE) ? store : parts[1]);
    }
    return "";
  }

  private Path here(String path) {
    assertThat(path).startsWith(FOLDER + "/");
    return folder.resolve(path.substring(FOLDER.length() + 1));
  }

  private String[] arguments(List<String> words) {
    assertThat(words.get(0)).isEqualTo("./warder");
    return words.stream()
        .skip(1)
        .filter(word -> !word.equals("&"))
        .map(word -> word.startsWith(FOLDER + "/") ? here(word).toString() : word)
        .toArray(String[]::new);
  }

  private String warder(List<String> words) {
    Run run = Run.inEnvironment(environment, arguments(words));
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.out().replace(folder.toString(), FOLDER);
  }

  private int sample(List<String> words, PrintWriter out, StringWriter err) {
    String[] arguments = arguments(words);
    String[] atAnyPort = Arrays.copyOf(arguments, arguments.length + 2);
    atAnyPort[arguments.length] = "--port";
    atAnyPort[arguments.length + 1] = "0";
    return Run.printing(environment, out, new PrintWriter(err), atAnyPort);
  }

  /** Does what curl would, and returns the body, as a line of its own unless it is empty. */
  private String curl(List<String> words) throws Exception {
    Iterator<String> rest = words.subList(1, words.size()).iterator();
    assertThat(rest.next()).isEqualTo("-s");
    HttpRequest.Builder request = HttpRequest.newBuilder();
    String method = "GET";
    while (rest.hasNext()) {
      String word = rest.next();
      if (word.equals("-X")) {
        method = rest.next();
      } else if (word.equals("-H")) {
        String line = Files.readString(here(rest.next().substring(1))).strip();
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
    return body.isEmpty() ? "" : Run.withoutFingerprint(body) + "\n";
  }
}
