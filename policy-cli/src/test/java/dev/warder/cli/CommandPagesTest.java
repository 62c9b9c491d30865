package dev.warder.cli;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What the pages of the commands, and the pages that use them, show is what happens. The blocks of
 * a page run in its order. A block with a name after its language is a file of this name.
 */
class CommandPagesTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Path COMMANDS = DOCS.resolve("reference/commands");

  /** What is no command's page. */
  private static final Set<String> SHARED = Set.of("README", "store");

  private static final String SHARED_OPTIONS = "README.md#options-that-many-commands-share";
  private static final String STORE_OPTIONS = "store.md#store-options";
  private static final String STORE_OF_THE_EXAMPLES = "store.md#the-store-of-the-examples";

  private static final List<String> HOW_TO =
      List.of(
          "back-up-and-restore",
          "check-a-catalogue-in-ci",
          "import-openapi",
          "release",
          "rotate-keys",
          "run-on-postgresql-replicas",
          "take-the-account-from-the-request");

  /** What cannot run here, by its page and the first line, and why. */
  private static final Map<String, String> NOT_RUN =
      Map.ofEntries(
          entry(
              "check: $ warder check --token-file token.txt --keys keys.json --issuer"
                  + " https://tokens.example.com --audience control-api GET /v1/me",
              "a token that has expired"),
          entry(
              "sample: $ export WARDER_STORE=target/sample/tokens.db WARDER_USER=ada",
              "a server, which runs until it is ended: see ReadmeTourTest"),
          entry("back-up-and-restore: $ cd /var/lib/warder", "a folder of the reader's machine"),
          entry(
              "back-up-and-restore: $ sqlite3 tokens.db \".backup 'tokens-backup.db'\"", "SQLite"),
          entry("back-up-and-restore: $ cp tokens-backup.db tokens-new.db", "a backup by SQLite"),
          entry(
              "run-on-postgresql-replicas: $ warder account add A --audit-key-file audit.key"
                  + " --encryption-key-file encryption.key",
              "a server of PostgreSQL"));

  @TempDir private Path folder;

  private static List<ReferencePage> pages() throws IOException {
    List<ReferencePage> pages = new ArrayList<>(ReferencePage.in(COMMANDS));
    for (String name : HOW_TO) {
      pages.add(ReferencePage.read(DOCS.resolve("how-to").resolve(name + ".md")));
    }
    return pages;
  }

  private static String key(ReferencePage page, ReferencePage.Block block) {
    return page.name() + ": " + block.text().lines().findFirst().orElse("");
  }

  private static boolean runs(ReferencePage page, ReferencePage.Block block) {
    return block.language().equals("console") && !NOT_RUN.containsKey(key(page, block));
  }

  @TestFactory
  Stream<DynamicTest> page_itsBlocks_printWhatIsShown() throws IOException {
    return pages().stream().map(page -> dynamicTest(page.name(), () -> assertPrints(page)));
  }

  private void assertPrints(ReferencePage page) throws IOException {
    PageShell shell = new PageShell(Files.createDirectories(folder.resolve(page.name())));
    if (!page.linksTo(STORE_OF_THE_EXAMPLES).isEmpty()
        || !page.linksTo("../reference/commands/" + STORE_OF_THE_EXAMPLES).isEmpty()) {
      ReferencePage store =
          ReferencePage.read(COMMANDS.resolve("store.md")).section("The store of the examples");
      String unused = shell.run(store.blocks().get(0).text());
    }
    for (ReferencePage.Block block : page.blocks()) {
      if (!block.name().isEmpty()) {
        shell.write(block.name(), block.text());
      } else if (runs(page, block)) {
        assertThat(shell.run(block.text())).isEqualTo(block.text());
      }
    }
  }

  @Test
  void whatDoesNotRun_standsInAPage() throws IOException {
    Set<String> shown = new HashSet<>();
    for (ReferencePage page : pages()) {
      page.blocks().forEach(block -> shown.add(key(page, block)));
    }
    assertThat(shown).containsAll(NOT_RUN.keySet());
  }

  @Test
  void json_ofEachPage_isParsed() throws IOException {
    for (ReferencePage page : pages()) {
      for (ReferencePage.Block block : page.blocks()) {
        if (block.language().equals("json")) {
          parse(block.text());
        } else if (block.language().equals("console")) {
          block
              .text()
              .lines()
              .filter(line -> line.startsWith("{"))
              .forEach(CommandPagesTest::parse);
        }
      }
    }
  }

  private static void parse(String json) {
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      while (parser.nextToken() != null) {
        parser.getText();
      }
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + json, e);
    }
  }

  @Test
  void command_each_hasOnePage() throws IOException {
    assertThat(
            ReferencePage.in(COMMANDS).stream()
                .map(ReferencePage::name)
                .filter(name -> !SHARED.contains(name)))
        .containsExactlyInAnyOrderElementsOf(WarderCommand.commands().keySet());
  }

  @TestFactory
  List<DynamicTest> command_itsOptions_areThoseOfItsPage() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Map.Entry<String, CommandLine> command :
        WarderCommand.line().getSubcommands().entrySet()) {
      ReferencePage page = ReferencePage.read(COMMANDS.resolve(command.getKey() + ".md"));
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
      String name, CommandLine command, ReferencePage section, ReferencePage beginning) {
    return dynamicTest(
        name,
        () -> {
          boolean hasLinks = !section.linksTo(SHARED_OPTIONS).isEmpty();
          List<String> documented = new ArrayList<>(section.options());
          documented.addAll(sharedOptions(hasLinks ? section : beginning));
          Set<String> options = new TreeSet<>();
          for (OptionSpec option : command.getCommandSpec().options()) {
            options.addAll(List.of(option.names()));
          }
          assertThat(documented).containsExactlyInAnyOrderElementsOf(options);
        });
  }

  private static List<String> sharedOptions(ReferencePage links) throws IOException {
    List<String> options = new ArrayList<>();
    links.linksTo(SHARED_OPTIONS).forEach(link -> options.addAll(ReferencePage.optionsIn(link)));
    if (options.contains("--help")) {
      options.add("-h");
    }
    if (!links.linksTo(STORE_OPTIONS).isEmpty()) {
      options.addAll(
          ReferencePage.read(COMMANDS.resolve("store.md")).section("Store options").options());
    }
    return options;
  }
}
