package dev.warder.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PinnedCommandsTest {
  @Test
  void builder_java_isTheOneThatRunsThis() throws InterruptedException {
    String home = System.getProperty("java.home");
    ProcessBuilder builder = PinnedCommands.find().builder("java -jar a.jar");
    assertThat(builder.command())
        .endsWith(Path.of(home, "bin", "java").toString(), "-jar", "a.jar");
    assertThat(builder.environment()).containsEntry("JAVA_HOME", home);
  }

  @Test
  void millis_statusIsNotZero_fails() throws InterruptedException {
    PinnedCommands commands = PinnedCommands.find();
    assertThatIOException()
        .isThrownBy(() -> commands.millis("false"))
        .withMessageEndingWith("false");
  }
}
