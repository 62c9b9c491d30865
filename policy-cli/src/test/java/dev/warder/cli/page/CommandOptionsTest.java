package dev.warder.cli.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.warder.cli.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Each command has a page, which documents the options that the command has, and no other. */
class CommandOptionsTest {
  private static final Path COMMANDS = Path.of("..", "docs", "reference", "commands");

  /** The pages that describe no command. */
  private static final Set<String> SHARED = Set.of("README", "store");

  private static final String SHARED_OPTIONS = "README.md#options-that-many-commands-share";
  private static final String STORE_OPTIONS = "store.md#store-options";
  private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--?[a-z][a-z-]*");

  private static DocPage page(String name) throws IOException {
    return DocPage.read(COMMANDS.resolve(name + ".md"));
  }

  @Test
  void command_each_hasOnePage() throws IOException {
    assertThat(
            DocPage.files(COMMANDS).stream()
                .map(file -> file.getFileName().toString().replace(".md", ""))
                .filter(name -> !SHARED.contains(name)))
        .containsExactlyInAnyOrderElementsOf(Run.commands().getSubcommands().keySet());
  }

  @TestFactory
  List<DynamicTest> command_itsOptions_areThoseOfItsPage() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, CommandLine> command : Run.commands().getSubcommands().entrySet()) {
      DocPage page = page(command.getKey());
      Map<String, CommandLine> parts = command.getValue().getSubcommands();
      if (parts.isEmpty()) {
        tests.add(optionsTest(command.getKey(), command.getValue(), page, page));
      }
      for (Map.Entry<String, CommandLine> part : parts.entrySet()) {
        String name = command.getKey() + " " + part.getKey();
        tests.add(optionsTest(name, part.getValue(), page.section(name), page.beginning()));
      }
    }
    return tests;
  }

  /** The links beside a command's own table go before those at the beginning of the page. */
  private static DynamicTest optionsTest(
      String name, CommandLine command, DocPage section, DocPage beginning) {
    return dynamicTest(
        name,
        () -> {
          boolean hasLinks = !section.linksTo(SHARED_OPTIONS).isEmpty();
          List<String> documented = new ArrayList<>(ownOptions(section));
          documented.addAll(sharedOptions(hasLinks ? section : beginning));
          Set<String> options = new TreeSet<>();
          for (OptionSpec option : command.getCommandSpec().options()) {
            options.addAll(List.of(option.names()));
          }
          assertThat(documented).containsExactlyInAnyOrderElementsOf(options);
        });
  }

  /** Returns the options in the first column of each table of options. */
  private static List<String> ownOptions(DocPage page) {
    List<String> options = new ArrayList<>();
    boolean isInTable = false;
    for (String line : page.lines()) {
      isInTable = line.startsWith("|") && (isInTable || line.startsWith("| option |"));
      if (isInTable) {
        options.addAll(optionsIn(line.substring(1, line.indexOf('|', 1))));
      }
    }
    return options;
  }

  private static List<String> sharedOptions(DocPage links) throws IOException {
    List<String> options = new ArrayList<>();
    links.linksTo(SHARED_OPTIONS).forEach(link -> options.addAll(optionsIn(link)));
    if (options.contains("--help")) {
      options.add("-h");
    }
    if (!links.linksTo(STORE_OPTIONS).isEmpty()) {
      options.addAll(ownOptions(page("store").section("Store options")));
    }
    return options;
  }

  private static List<String> optionsIn(String text) {
    return OPTION.matcher(text).results().map(MatchResult::group).toList();
  }
}
