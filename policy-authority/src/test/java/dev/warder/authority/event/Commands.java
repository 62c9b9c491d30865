package dev.warder.authority.event;

import static org.assertj.core.api.Assertions.assertThat;

/** Programs of the machine, which must succeed. */
final class Commands {
  private Commands() {}

  static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).inheritIO().start();
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
  }
}
