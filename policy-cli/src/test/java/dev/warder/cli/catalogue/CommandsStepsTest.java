package dev.warder.cli.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.Requires;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All commands of a list share the steps that the least sets take. */
class CommandsStepsTest {
  @TempDir Path folder;

  /** Commands that all call two operations, which {@code z} meets alone, and one of their own. */
  private static Catalogue catalogue(int commands, int alternatives) throws Exception {
    CatalogueBuilder builder =
        Catalogue.builder("steps").version("1").title("Steps").category("all", "All");
    builder.capability("z", c -> c.label("Z").category("all"));
    for (String operation : List.of("a", "b")) {
      List<Requires.All> any = new ArrayList<>();
      for (int i = 0; i < alternatives; i++) {
        String raw = operation + i;
        builder.capability(raw, c -> c.label(raw).category("all"));
        any.add(Requires.all(raw));
      }
      any.add(Requires.all("z"));
      builder.operation(
          operation, o -> o.at("GET", "/" + operation).summary("S").requires(Requires.any(any)));
    }
    for (int i = 0; i < commands; i++) {
      builder.command("do " + i, c -> c.calls("a", "b"));
    }
    return builder.build();
  }

  private List<String> lines(Catalogue catalogue) throws Exception {
    Path file = folder.resolve("steps.json");
    Files.writeString(file, catalogue.canonicalForm());
    Run run = Run.warder("commands", "--catalogue", file.toString());
    assertThat(run.exitCode()).isZero();
    return run.out().lines().toList();
  }

  @Test
  void commands_fewAlternatives_needTheLeast() throws Exception {
    assertThat(lines(catalogue(3, 10)).get(3)).containsPattern("do 2 +z");
  }

  @Test
  void commands_afterAllStepsWereTaken_needWhatIsEnough() throws Exception {
    List<String> lines = lines(catalogue(30, 140));
    assertThat(lines.get(1)).containsPattern("do 0 +z");
    assertThat(lines.get(30)).containsPattern("do 29 +a0 and b0");
  }
}
