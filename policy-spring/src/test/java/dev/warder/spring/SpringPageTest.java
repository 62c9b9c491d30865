package dev.warder.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.gate.Gate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings of the page on Spring Boot start a service, and guard it. */
class SpringPageTest {
  private static final Path PAGE =
      Path.of("..", "docs", "how-to", "guard-a-spring-boot-service.md");
  private static final Path README = Path.of("..", "README.md");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\n(.*?)^```$");

  @TempDir Path folder;

  private static String settings() throws Exception {
    List<String> blocks =
        BLOCK.matcher(Files.readString(PAGE)).results().map(block -> block.group(1)).toList();
    assertThat(blocks).hasSize(1);
    return blocks.get(0);
  }

  @Test
  void settings_guardTheService() throws Exception {
    Path file = Files.writeString(folder.resolve("application.yaml"), settings());
    try (Service service =
        Service.startWith(
            "--spring.config.location=file:" + file,
            "--spring.datasource.url=jdbc:sqlite:" + folder.resolve("notes.db"))) {
      assertThat(service.get("/v1/notes/1").statusCode()).isEqualTo(401);
      assertThat(service.get("/v1/status").statusCode()).isEqualTo(200);
      assertThat(service.get("/health").body()).isEqualTo("well");
      assertThat(service.bean(Notes.Runs.class).names()).containsExactly("status", "health");
      assertThat(service.bean(Gate.class).engine().catalogue().name()).isEqualTo("notes");
    }
  }

  @Test
  void settings_areAsManyLinesAsTheReadmeSays() throws Exception {
    assertThat(settings().lines().count()).isEqualTo(9);
    assertThat(Files.readString(README)).contains("one dependency and 9 lines");
  }
}
