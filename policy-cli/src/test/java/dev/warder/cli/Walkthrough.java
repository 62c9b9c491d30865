package dev.warder.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.warder.authority.key.SecretFile;
import dev.warder.cli.Page.Block;
import dev.warder.cli.Page.Step;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.Terminal;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Follows pages as a reader does, in a folder: saves the files that they show, runs their commands
 * and compares what comes of each with what is shown. Fails at a block or a command that it does
 * not know.
 */
final class Walkthrough {
  private static final String ADDRESS = "http://127.0.0.1:8080";
  private static final String ANY_ADDRESS = "http://127\\.0\\.0\\.1:\\d+";
  private static final String MAKE_KEY =
      "(umask 077; head -c 32 /dev/urandom | base64 > encryption.key)";
  private static final Pattern VARIABLE = Pattern.compile("(\\w+)=(\"[^\"]*\"|\\S+)");
  private static final Pattern FILE = Pattern.compile("target/[\\w/.-]+|[\\w-]+\\.[a-z]+");
  private static final Pattern UNTIL =
      Pattern.compile("until (curl .*) \\| grep '([^']+)'; do :; done");

  /** More than any limit of a page. */
  private static final int MOST_REQUESTS = 100;

  private final Path folder;
  private final Map<String, String> given;
  private final Map<String, String> environment;
  private final CurlCommand curl;
  private @Nullable PageServer server;
  private String address = "";

  /**
   * Begins one.
   *
   * @param given the environment of each terminal, which what a page exports does not replace
   */
  Walkthrough(Path folder, Map<String, String> given) {
    this.folder = folder;
    this.given = given;
    this.environment = new HashMap<>(given);
    this.curl = new CurlCommand(folder);
  }

  void follow(Page page) throws Exception {
    for (Block block : page.blocks()) {
      switch (block.language()) {
        case "yaml", "json", "xml", "java" -> save(block);
        case "diff" -> mend(block);
        case "markdown" ->
            assertThat(Files.readString(folder.resolve(block.file())))
                .as(block.place())
                .contains(block.text());
        case "console" -> {
          for (Step step : block.steps()) {
            assertThat(normal(output(step)))
                .as(block.place() + ": " + step.command())
                .isEqualTo(normal(step.output()));
          }
        }
        default -> fail(block.place() + ": a block of an unknown language");
      }
    }
  }

  private void save(Block block) throws Exception {
    Path file = folder.resolve(block.file());
    assertThat(file.getParent()).as(block.place()).isDirectory();
    Files.writeString(file, block.text());
    if (block.language().equals("xml")) {
      PageProject.check(block.text());
    }
  }

  /** Replaces the lines without {@code +} by those without {@code -}. */
  private void mend(Block block) throws Exception {
    Path file = folder.resolve(block.file());
    String before = block.text().replaceAll("(?m)^\\+.*\n", "").replaceAll("(?m)^.", "");
    String after = block.text().replaceAll("(?m)^-.*\n", "").replaceAll("(?m)^.", "");
    String text = Files.readString(file);
    assertThat(text.split(Pattern.quote(before), -1)).as(block.place()).hasSize(2);
    Files.writeString(file, text.replace(before, after));
  }

  /** What differs from run to run is written in one way. */
  private static String normal(String text) {
    return text.replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
        .replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "TIME")
        .replaceAll("(\"last_used_at\"|\"lastUsedAt\"):(null|\"TIME\")", "$1:USE")
        .replaceAll("(?m)^  last used: +TIME\n", "")
        .replaceAll("head: +\\S{43}", "head: HEAD")
        .replaceAll(ANY_ADDRESS, ADDRESS);
  }

  private String output(Step step) throws Exception {
    if (step.command().equals(MAKE_KEY)) {
      byte[] unused = SecretFile.make(folder.resolve("encryption.key"), new SecureRandom());
      return "";
    }
    Matcher until = UNTIL.matcher(step.command());
    if (until.matches()) {
      return until(new Step(until.group(1), "").words(), until.group(2));
    }
    List<String> words = step.words();
    List<String> arguments = words.subList(1, words.size());
    return switch (words.get(0)) {
      case "export" -> export(step.command());
      case "warder", "./warder" -> warder(words.get(0), arguments);
      case "mvn" -> mvn(arguments);
      case "curl" -> curl.run(words, ADDRESS, address);
      case "cd", "cp", "mkdir", "rm" -> files(words);
      default -> fail("an unknown command: " + step.command());
    };
  }

  private String export(String command) throws Exception {
    Matcher variable = VARIABLE.matcher(command);
    while (variable.find()) {
      String value = variable.group(2).replace("\"", "");
      if (value.startsWith("$(cat ")) {
        String file = value.substring("$(cat ".length(), value.length() - 1);
        value = Files.readString(folder.resolve(file)).strip();
      }
      environment.put(variable.group(1), path(value));
    }
    environment.putAll(given);
    return "";
  }

  /** Returns a file of the reader's, where a word names one. */
  private String path(String word) {
    return FILE.matcher(word).matches() ? folder.resolve(word).toString() : word;
  }

  private String warder(String program, List<String> words) throws Exception {
    assertThat(program.equals("./warder") || environment.containsKey("PATH"))
        .as("warder is on the PATH of this terminal")
        .isTrue();
    List<String> arguments = words.stream().map(this::path).toList();
    if (arguments.get(0).equals("sample")) {
      return start(new SampleServer(Map.copyOf(environment), arguments));
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = run(environment, new PrintWriter(out), new PrintWriter(err), arguments);
    assertThat(err.toString()).isEmpty();
    assertThat(exitCode).isLessThan(2);
    return out.toString().replace(folder + "/", "");
  }

  /** Runs the program with the clock of the machine, which servers in other processes have too. */
  static int run(
      Map<String, String> environment, PrintWriter out, PrintWriter err, List<String> arguments) {
    Console console =
        new Console(
            InputStream.nullInputStream(),
            out,
            err,
            Terminal.NONE,
            environment::get,
            InstantSource.system());
    return new Program(console).run(arguments.toArray(String[]::new));
  }

  private String mvn(List<String> arguments) throws Exception {
    if (arguments.contains("install")) {
      assertThat(arguments).containsSubsequence("-pl", PageProject.MODULE, "-am");
      return "";
    }
    assertThat(arguments).containsExactly("-q", "compile", "exec:java");
    return start(
        new NotesServer(
            folder, PageProject.mainClass(Files.readString(folder.resolve("pom.xml")))));
  }

  /** A server keeps its terminal, so what follows is typed in another. */
  private String start(PageServer started) {
    server = started;
    Matcher listens = Pattern.compile(ANY_ADDRESS).matcher(started.firstLine());
    assertThat(listens.find()).as(started.firstLine()).isTrue();
    address = listens.group();
    environment.clear();
    environment.putAll(given);
    return started.firstLine() + "\n";
  }

  private String until(List<String> words, String expected) throws Exception {
    for (int i = 0; i < MOST_REQUESTS; i++) {
      String body = curl.run(words, ADDRESS, address);
      if (body.contains(expected)) {
        return body;
      }
    }
    return fail("no answer with " + expected);
  }

  private String files(List<String> words) throws Exception {
    switch (String.join(" ", words)) {
      case "mkdir ../notes-api", "cd ../notes-api" -> assertThat(folder).isDirectory();
      case "mkdir -p src/main/java" ->
          Files.createDirectories(folder.resolve("src").resolve("main").resolve("java"));
      case "rm -r target/sample" -> {
        end();
        assertThat(folder.resolve("target/sample")).isDirectory();
      }
      default -> {
        assertThat(words).as(words.toString()).hasSize(3).startsWith("cp");
        Files.copy(
            folder.resolve(words.get(1)),
            folder.resolve(words.get(2)),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    return "";
  }

  /** Ends the server, if one runs. */
  void end() throws Exception {
    if (server != null) {
      PageServer ended = server;
      server = null;
      ended.end();
    }
  }
}
