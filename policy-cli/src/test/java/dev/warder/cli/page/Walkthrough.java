package dev.warder.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.page.Block.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Follows pages as a reader does, in a folder: saves the files that they show, and runs their
 * commands. Fails at a block of an unknown language.
 */
final class Walkthrough {
  private final Path folder;
  private final Shell shell;

  /**
   * Begins one.
   *
   * @param given the environment of each terminal, which no export of a page replaces
   */
  Walkthrough(Path folder, Map<String, String> given) {
    this.folder = folder;
    this.shell = Shell.atMachineTime(folder, given);
  }

  void follow(DocPage page) throws Exception {
    assertThat(page.blocks()).isNotEmpty();
    for (Block block : page.blocks()) {
      switch (block.language()) {
        case "yaml", "json", "xml", "java" -> save(block);
        case "diff" -> mend(block);
        case "markdown" ->
            assertThat(Files.readString(folder.resolve(block.file())))
                .as(block.place())
                .contains(block.text());
        case "console" -> run(block);
        default -> throw new AssertionError(block.place() + ": a block of an unknown language");
      }
    }
  }

  /** No command of a walk fails to answer. */
  private void run(Block block) throws Exception {
    for (Step step : block.steps()) {
      shell.check(block.place(), step);
      assertThat(shell.exitCode()).as(block.place() + ": " + step.command()).isLessThan(2);
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

  /** Ends the server, if one runs. */
  void end() throws Exception {
    shell.end();
  }
}
