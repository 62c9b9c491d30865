package dev.warder.cli.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import dev.warder.cli.page.Block.Step;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The few commands of a shell that pages show, in a folder of its own. Fails at a command that it
 * does not know.
 */
final class Shell {
  /** The environment of a terminal that finds {@code warder} without its folder. */
  static final Map<String, String> INSTALLED = Map.of("PATH", "/usr/bin");

  private static final Pattern FILE =
      Pattern.compile(
          "target/[\\w/.-]+|[\\w-]+\\."
              + "(yaml|jsonl?|db|txt|token|key|head|header|html|md|xml|bash|sh)");
  private static final Pattern MAKE_KEY =
      Pattern.compile("\\(umask 077; head -c 32 /dev/urandom \\| base64 > ([\\w.-]+)\\)");
  private static final Pattern UNTIL =
      Pattern.compile("until (curl .*) \\| grep '([^']+)'; do :; done");

  private final Path folder;
  private final Map<String, String> given;
  private final boolean isAtMachineTime;
  private final Map<String, String> environment;
  private final Differing differing = new Differing();
  private final Servers servers;
  private Instant next = Run.NOW;
  private int exitCode;

  private Shell(Path folder, Map<String, String> given, boolean isAtMachineTime) {
    this.folder = folder;
    this.given = given;
    this.isAtMachineTime = isAtMachineTime;
    this.environment = new HashMap<>(given);
    this.servers = new Servers(folder);
  }

  /**
   * Returns a shell in which each run of the program takes a second, from {@link Run#NOW} on.
   *
   * @param given the environment of each terminal, which no export of a page replaces
   */
  static Shell atSetTimes(Path folder, Map<String, String> given) {
    return new Shell(folder, given, false);
  }

  /** Returns a shell with the clock of the machine, which servers in other processes have too. */
  static Shell atMachineTime(Path folder, Map<String, String> given) {
    return new Shell(folder, given, true);
  }

  /** Fails unless each command of a console block prints what the block shows. */
  void check(Block block) throws Exception {
    for (Step step : block.steps()) {
      check(block.place(), step);
    }
  }

  /** Fails unless a command prints what the page shows, and nothing else. */
  void check(String place, Step step) throws Exception {
    String output = differing.asShown(step.output(), output(differing.asRun(step.command())));
    assertThat(comparable(output))
        .as(place + ": " + step.command())
        .isEqualTo(comparable(step.output()));
  }

  private String comparable(String text) {
    return isAtMachineTime ? Servers.withShownAddress(Differing.withoutTimes(text)) : text;
  }

  /** Puts a server at the address that pages show. */
  void serve(PageServer server) {
    servers.start(server);
  }

  /** Returns the exit code of the last run of the program. */
  int exitCode() {
    return exitCode;
  }

  /** Ends the server that a command started, if one runs. */
  void end() throws Exception {
    servers.end();
  }

  private String output(String command) throws Exception {
    Matcher key = MAKE_KEY.matcher(command);
    if (key.matches()) {
      return makeKey(folder.resolve(key.group(1)));
    }
    Matcher until = UNTIL.matcher(command);
    if (until.matches()) {
      return servers.answerWith(until.group(2), Words.of(until.group(1), folder));
    }
    if (command.equals("echo $?")) {
      return exitCode + "\n";
    }
    List<String> words = Words.of(command, folder);
    return switch (words.get(0)) {
      case "export" -> export(words);
      case "head" -> lines(words).get(0) + "\n";
      case "tail" -> lines(words).get(lines(words).size() - 1) + "\n";
      case "warder", "./warder" -> warder(words);
      case "mvn" -> mvn(words);
      case "curl" -> servers.answer(words);
      case "cd", "cp", "mkdir", "rm" -> files(words);
      default -> throw new AssertionError("an unknown command: " + command);
    };
  }

  /** Returns a file of the reader's, where a word names one. */
  private String path(String word) {
    return FILE.matcher(word).matches() ? folder.resolve(word).toString() : word;
  }

  private static String makeKey(Path file) throws IOException {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, Base64.getEncoder().encodeToString(key) + "\n");
    return "";
  }

  private String export(List<String> words) {
    for (String word : words.subList(1, words.size())) {
      String[] parts = word.split("=", 2);
      environment.put(parts[0], path(parts[1]));
    }
    environment.putAll(given);
    return "";
  }

  private List<String> lines(List<String> words) throws IOException {
    assertThat(words.subList(1, 3)).containsExactly("-n", "1");
    return Files.readAllLines(folder.resolve(words.get(3)));
  }

  /** Returns what a terminal would show: standard output unless a file takes it, after messages. */
  private String warder(List<String> words) throws Exception {
    assertThat(words.get(0)).isEqualTo(environment.containsKey("PATH") ? "warder" : "./warder");
    int end = words.contains(">") ? words.indexOf(">") : words.size();
    List<String> arguments =
        words.subList(1, end).stream().map(this::path).map(servers::reached).toList();
    if (arguments.get(0).equals("sample")) {
      return start(new SampleServer(Map.copyOf(environment), arguments));
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new PrintWriter(out),
            new PrintWriter(err),
            Terminal.NONE,
            environment::get,
            isAtMachineTime ? InstantSource.system() : InstantSource.fixed(next));
    exitCode = Run.on(console, arguments.toArray(String[]::new));
    next = next.plusSeconds(1);
    String printed = servers.shown(out.toString());
    if (end < words.size()) {
      Files.writeString(folder.resolve(words.get(end + 1)), printed, UTF_8);
      printed = "";
    }
    return (err + printed).replace(folder + "/", "");
  }

  private String mvn(List<String> words) throws Exception {
    if (words.contains("install")) {
      assertThat(words).containsSubsequence("-pl", PageProject.MODULE, "-am");
      return "";
    }
    assertThat(words)
        .containsExactly("mvn", "-q", "compile", "org.codehaus.mojo:exec-maven-plugin:3.5.1:java");
    String firstLine = servers.startNotes();
    openTerminal();
    return firstLine;
  }

  private String start(PageServer server) {
    String firstLine = servers.start(server);
    openTerminal();
    return firstLine;
  }

  /** A server keeps its terminal, so the next command is typed in another. */
  private void openTerminal() {
    environment.clear();
    environment.putAll(given);
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
}
