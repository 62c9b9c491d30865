package dev.warder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who follows the tutorial sees what it shows, from the first catalogue to a guarded API. */
class TutorialTest {
  @TempDir private Path folder;
  private @Nullable Walkthrough walkthrough;

  @AfterEach
  void endServer() throws Exception {
    if (walkthrough != null) {
      walkthrough.end();
    }
  }

  @Test
  void pages_followedInOrder_showWhatHappens() throws Exception {
    Page first = Page.ofTutorial("first-catalogue.md");
    Page second = Page.ofTutorial("guard-your-api.md");
    assertThat(first.blocks()).isNotEmpty();
    assertThat(second.blocks()).isNotEmpty();
    walkthrough = new Walkthrough(folder, Map.of());
    walkthrough.follow(first);
    walkthrough.follow(second);
  }
}
