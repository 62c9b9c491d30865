package dev.warder.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Wrong usages of people who see the program for the first time, each with all that it prints:
 * {@code wrong-usages.txt} has a command after a dollar sign, its output, and its exit code. The
 * messages say what to type.
 */
final class WrongUsagesTest extends WithStore {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  /** A usage, and all that it must print, with its exit code in the last line. */
  private record Usage(String command, String printed) {}

  @BeforeEach
  void writeFiles() throws IOException {
    Files.writeString(
        folder.resolve("my.yaml"),
        """
        catalogue: my
        format: 1
        version: "1"
        title: My API
        categories: {notes: Notes}
        capabilities: {read:note: {label: Read Note, category: notes, access: read}}
        operations:
          list-notes: {method: GET, path: /notes, summary: List notes, requires: read:note}
        """);
    Files.writeString(folder.resolve("ci.token"), "eyJhbGciOiJFUzI1NiJ9.e30.AAAA\n");
    Files.writeString(folder.resolve("keys.json"), "{\"keys\": []}\n");
    Files.writeString(
        folder.resolve("vectors.json"),
        "{\"format\": 1, \"title\": \"V\", \"catalogue\": \"my.yaml\", \"vectors\": []}\n");
    Files.writeString(
        folder.resolve("openapi.yaml"),
        "openapi: 3.0.3\ninfo: {title: My API, version: \"1\"}\npaths: {}\n");
    Path unused = Files.createDirectory(folder.resolve("folder"));
  }

  private static List<Usage> usages() throws IOException {
    try (InputStream in = WrongUsagesTest.class.getResourceAsStream("/wrong-usages.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
      List<Usage> usages = new ArrayList<>();
      for (String block : text.split("(?m)^\\$ ", -1)) {
        if (block.startsWith("warder")) {
          int end = block.indexOf('\n');
          String printed = block.substring(end + 1).replaceAll("(?s)(exit \\d+\n).*", "$1");
          usages.add(new Usage(block.substring(0, end), printed));
        }
      }
      return usages;
    }
  }

  @TestFactory
  List<DynamicTest> usage_saysWhatToType() throws IOException {
    return usages().stream()
        .map(
            usage ->
                dynamicTest(
                    usage.command(),
                    () -> assertThat(printed(usage.command())).isEqualTo(usage.printed())))
        .toList();
  }

  @Test
  void usages_areManyAndDifferent() throws IOException {
    List<String> commands = usages().stream().map(Usage::command).toList();
    assertThat(commands).hasSizeGreaterThan(100).doesNotHaveDuplicates();
  }

  /** A message is the program's own: no library's words, no name of a class. */
  @Test
  void messages_haveNoWordsOfALibrary() throws IOException {
    for (Usage usage : usages()) {
      assertThat(usage.printed())
          .as(usage.command())
          .doesNotContain(
              "Exception", "parameter for option", "Unrecognized", "java.", " is not an");
    }
  }

  private String printed(String command) {
    String[] args =
        WORD.matcher(command.replace("DIR", folder.toString()))
            .results()
            .skip(1)
            .map(word -> word.group(word.group(1) == null ? 2 : 1))
            .toArray(String[]::new);
    Run run = run(args);
    return (run.out() + run.err()).replace(folder.toString(), "DIR")
        + "exit "
        + run.exitCode()
        + "\n";
  }
}
