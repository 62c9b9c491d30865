package dev.warder.cli.page;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who follows the tutorial sees what it shows, from the first catalogue to a guarded API. */
class TutorialTest {
  static final List<String> PAGES =
      List.of("docs/tutorial/first-catalogue.md", "docs/tutorial/guard-your-api.md");

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
    walkthrough = new Walkthrough(folder, Map.of());
    for (String page : PAGES) {
      walkthrough.follow(DocPage.of(page));
    }
  }
}
