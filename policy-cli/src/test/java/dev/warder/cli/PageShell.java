package dev.warder.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.text.Console;
import dev.warder.cli.text.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The few lines of a shell that pages show, with a folder of their own. */
final class PageShell {
  private static final Pattern END_OF_COMMAND = Pattern.compile("(?<!\\\\)\n");
  private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|[^\\s\"])+");
  private static final Pattern FILE =
      Pattern.compile("[\\w-]+\\.(yaml|jsonl?|db|txt|token|key|head|html|xml|bash|sh)");

  /** The content of a file, or of the line of its answer that names a head. */
  private static final Pattern SUBSTITUTION =
      Pattern.compile("\\$\\((cat|sed -n 's/\\^ \\*head: \\*//p') ([\\w.-]+)\\)");

  /** Ids of tokens and keys, heads, and MACs: what differs in every run. */
  private static final Pattern RANDOM =
      Pattern.compile(
          "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}:\\d+:[0-9a-f]{64}"
              + "|(?<![\\w-])([\\w-]{43}|[\\w-]{22}|[0-9a-f]{32})(?![\\w-])");

  private static final String MAKE_KEY = "(umask 077; head -c 32 /dev/urandom | base64 > ";

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  /** What the page calls that which differs in every run. */
  private final Map<String, String> names = new HashMap<>();

  private int exitCode;

  /** Each command takes a second. */
  private Instant now = Run.NOW;

  PageShell(Path folder) {
    this.folder = folder;
  }

  /** Writes a file that a page shows. */
  void write(String name, String text) throws IOException {
    Path unused = Files.writeString(folder.resolve(name), text);
  }

  /** Returns what a block of a page shows after its commands were run: the same, if it is right. */
  String run(String block) throws IOException {
    StringBuilder printed = new StringBuilder();
    for (String step : block.split("(?m)^\\$ ", -1)) {
      if (!step.isEmpty()) {
        int end = END_OF_COMMAND.split(step, 2)[0].length();
        String command = step.substring(0, end);
        String output = command(command.replace("\\\n", " "));
        printed.append("$ ").append(command).append('\n');
        printed.append(asShown(step.substring(end + 1), output));
      }
    }
    return printed.toString();
  }

  /** Puts the names that the page has in the place of what differs in every run, each for one. */
  private String asShown(String shown, String output) {
    List<String> before = RANDOM.matcher(shown).results().map(MatchResult::group).toList();
    List<String> now = RANDOM.matcher(output).results().map(MatchResult::group).toList();
    String text = output;
    for (int i = 0; i < now.size(); i++) {
      String actual = now.get(i);
      String name = before.size() == now.size() ? before.get(i) : actual;
      names.putIfAbsent(actual, names.containsValue(name) ? actual : name);
      text = text.replace(actual, String.valueOf(names.get(actual)));
    }
    return text;
  }

  private String command(String line) throws IOException {
    String known = line;
    for (Map.Entry<String, String> entry : names.entrySet()) {
      known = known.replace(entry.getValue(), entry.getKey());
    }
    if (line.startsWith(MAKE_KEY)) {
      return makeKey(folder.resolve(line.substring(MAKE_KEY.length(), line.length() - 1)));
    }
    List<String> words = words(known);
    return switch (words.get(0)) {
      case "export" -> export(words);
      case "echo" -> echo(line);
      case "head" -> lines(words).get(0) + "\n";
      case "tail" -> lines(words).get(lines(words).size() - 1) + "\n";
      case "warder" -> warder(words);
      default -> throw new AssertionError("no such command in this shell: " + line);
    };
  }

  private List<String> words(String line) throws IOException {
    List<String> words = new ArrayList<>();
    for (MatchResult word : WORD.matcher(line).results().toList()) {
      StringBuilder text = new StringBuilder();
      Matcher given = SUBSTITUTION.matcher(word.group().replace("\"", ""));
      while (given.find()) {
        String content = Files.readString(folder.resolve(given.group(2))).strip();
        String value =
            given.group(1).equals("cat")
                ? content
                : content.replaceFirst("(?s).*\n *head: *(\\S+)\n.*", "$1");
        given.appendReplacement(text, Matcher.quoteReplacement(value));
      }
      words.add(here(given.appendTail(text).toString()));
    }
    return words;
  }

  private String here(String word) {
    return FILE.matcher(word).matches() ? folder.resolve(word).toString() : word;
  }

  private static String makeKey(Path file) throws IOException {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Path unused = Files.writeString(file, Base64.getEncoder().encodeToString(key) + "\n");
    return "";
  }

  private String export(List<String> words) {
    for (String word : words.subList(1, words.size())) {
      String[] parts = word.split("=", 2);
      environment.put(parts[0], here(parts[1]));
    }
    return "";
  }

  private String echo(String line) {
    assertThat(line).isEqualTo("echo $?");
    return exitCode + "\n";
  }

  private static List<String> lines(List<String> words) throws IOException {
    assertThat(words.subList(1, 3)).containsExactly("-n", "1");
    return Files.readAllLines(Path.of(words.get(3)));
  }

  /** Returns what a terminal would show: standard output unless a file takes it, after messages. */
  private String warder(List<String> words) throws IOException {
    int end = words.contains(">") ? words.indexOf(">") : words.size();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            InputStream.nullInputStream(),
            new PrintWriter(out),
            new PrintWriter(err),
            Terminal.NONE,
            environment::get,
            InstantSource.fixed(now));
    exitCode = new Program(console).run(words.subList(1, end).toArray(String[]::new));
    now = now.plusSeconds(1);
    String printed = out.toString();
    if (end < words.size()) {
      Path unused = Files.writeString(Path.of(words.get(end + 1)), printed, UTF_8);
      printed = "";
    }
    return (err + printed).replace(folder + "/", "");
  }
}
