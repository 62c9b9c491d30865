package dev.warder.cli.page;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the pages of the commands, and the pages that use them, show is what happens. The blocks of
 * a page run in its order. A block with a name after its language is a file of this name.
 */
class CommandPagesTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final Path COMMANDS = DOCS.resolve("reference/commands");

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
              "a server, which runs until it is ended: see GatewayTourTest"),
          entry("back-up-and-restore: $ cd /var/lib/warder", "a folder of the reader's machine"),
          entry(
              "back-up-and-restore: $ sqlite3 tokens.db \".backup 'tokens-backup.db'\"", "SQLite"),
          entry("back-up-and-restore: $ cp tokens-backup.db tokens-new.db", "a backup by SQLite"),
          entry(
              "run-on-postgresql-replicas: $ warder account add A --audit-key-file audit.key"
                  + " --encryption-key-file encryption.key",
              "a server of PostgreSQL"),
          entry("back-up-and-restore: TokenService.builder()", "two of many calls in a chain"),
          entry("lint: accepted:", "a part of a catalogue"),
          entry("check-a-catalogue-in-ci: #!/bin/sh", "a script for the reader's clone"));

  /** The languages that a test of another module compiles, by page. */
  private static final Map<String, String> ELSEWHERE =
      Map.of("take-the-account-from-the-request", "java");

  @TempDir private Path folder;

  /** Returns the files of the pages whose blocks are handled here. */
  static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>(DocPage.files(COMMANDS));
    for (String name : HOW_TO) {
      files.add(DOCS.resolve("how-to").resolve(name + ".md"));
    }
    return files;
  }

  private static List<DocPage> pages() throws IOException {
    List<DocPage> pages = new ArrayList<>();
    for (Path file : files()) {
      pages.add(DocPage.read(file));
    }
    return pages;
  }

  private static String key(DocPage page, Block block) {
    return page.name() + ": " + block.firstLine();
  }

  @TestFactory
  Stream<DynamicTest> page_itsBlocks_printWhatIsShown() throws IOException {
    return pages().stream().map(page -> dynamicTest(page.name(), () -> assertPrints(page)));
  }

  private void assertPrints(DocPage page) throws Exception {
    Path here = Files.createDirectories(folder.resolve(page.name()));
    Shell shell = Shell.atSetTimes(here, Shell.INSTALLED);
    try {
      if (page.name().equals("issuer")) {
        shell.serve(new PublishingIssuer(page));
      }
      if (!page.linksTo(STORE_OF_THE_EXAMPLES).isEmpty()
          || !page.linksTo("../reference/commands/" + STORE_OF_THE_EXAMPLES).isEmpty()) {
        DocPage store =
            DocPage.read(COMMANDS.resolve("store.md")).section("The store of the examples");
        shell.check(store.blocks().get(0));
      }
      for (Block block : page.blocks()) {
        handle(page, block, here, shell);
      }
    } finally {
      shell.end();
    }
  }

  /** A block without a language is one line of a shell, or output without its command. */
  private static void handle(DocPage page, Block block, Path here, Shell shell) throws Exception {
    if (!block.name().isEmpty()) {
      Files.writeString(here.resolve(block.name()), block.text());
    } else if (block.language().equals("console") && !NOT_RUN.containsKey(key(page, block))) {
      shell.check(block);
    } else if (!block.language().isEmpty()
        && !NOT_RUN.containsKey(key(page, block))
        && !block.language().equals(ELSEWHERE.get(page.name()))) {
      throw new AssertionError(block.place() + ": a block that nothing handles");
    }
  }

  @Test
  void block_thatNothingHandles_fails() {
    DocPage page = DocPage.parse(Path.of("take-the-account-from-the-request.md"), "```yaml\n```\n");
    Shell shell = Shell.atSetTimes(folder, Shell.INSTALLED);
    assertThatThrownBy(() -> handle(page, page.blocks().get(0), folder, shell))
        .hasMessage("take-the-account-from-the-request.md:1: a block that nothing handles");
  }

  @Test
  void whatDoesNotRun_standsInAPage() throws IOException {
    Set<String> shown = new HashSet<>();
    for (DocPage page : pages()) {
      page.blocks().forEach(block -> shown.add(key(page, block)));
    }
    assertThat(shown).containsAll(NOT_RUN.keySet());
  }

  @Test
  void json_ofEachPage_isParsed() throws IOException {
    for (DocPage page : pages()) {
      page.blocks("json").forEach(CommandPagesTest::parse);
      for (String block : page.blocks("console")) {
        block.lines().filter(line -> line.startsWith("{")).forEach(CommandPagesTest::parse);
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
}
