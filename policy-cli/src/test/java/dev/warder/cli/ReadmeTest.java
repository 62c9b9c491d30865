package dev.warder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what happens. */
class ReadmeTest {
  private static final DocPage README = DocPage.of("README.md");

  @TempDir private Path folder;

  @Test
  void blocks_allOfThem_areTestedHere() throws Exception {
    assertThat(README.languages()).containsExactly("yaml", "java", "text", "console");
  }

  @Test
  void example_catalogueAndProgram_printWhatIsShown() throws Exception {
    Files.writeString(folder.resolve("notes.yaml"), README.blocks("yaml").get(0));
    assertThat(JavaProgram.run(folder, README.blocks("java").get(0)))
        .isEqualTo(README.blocks("text").get(0));
  }

  @Test
  void commands_twoOfThem_printWhatIsShown() throws Exception {
    assertThat(README.blocks("console").get(0)).endsWith("\n$ mvn verify\n");
    assertThat(README.commands()).hasSize(1);
    ShownCommands.check(README);
  }

  @Test
  void page_isShort() throws Exception {
    assertThat(README.text().lines().count()).isLessThanOrEqualTo(150);
  }

  @Test
  void links_pointAtFilesThatExist() throws Exception {
    assertThat(README.linked()).isNotEmpty().filteredOn(Files::notExists).isEmpty();
  }
}
