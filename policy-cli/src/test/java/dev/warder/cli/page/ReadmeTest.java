package dev.warder.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.page.Block.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what happens. */
class ReadmeTest {
  static final String PAGE = "README.md";

  @TempDir private Path folder;
  private DocPage readme;

  @BeforeEach
  void readPage() throws Exception {
    readme = DocPage.of(PAGE);
  }

  @Test
  void blocks_allOfThem_areTestedHere() {
    assertThat(readme.languages()).containsExactly("yaml", "java", "text", "console");
  }

  @Test
  void example_catalogueAndProgram_printWhatIsShown() throws Exception {
    Files.writeString(folder.resolve("notes.yaml"), readme.blocks("yaml").get(0));
    assertThat(JavaProgram.run(folder, readme.blocks("java").get(0)))
        .isEqualTo(readme.blocks("text").get(0));
  }

  @Test
  void commands_twoOfThem_printWhatIsShown() throws Exception {
    List<Step> steps = readme.blocks().get(3).steps();
    assertThat(steps).hasSize(2).endsWith(new Step("mvn verify", ""));
    Shell.atSetTimes(folder, Map.of()).check(PAGE, steps.get(0));
  }

  @Test
  void page_isShort() {
    assertThat(readme.lines()).hasSizeLessThanOrEqualTo(150);
  }
}
