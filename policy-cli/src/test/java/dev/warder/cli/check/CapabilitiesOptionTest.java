package dev.warder.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** White space around the names of a list: spaces and tabs are left out, all else is a part. */
final class CapabilitiesOptionTest {
  @ParameterizedTest
  @ValueSource(strings = {" write:app", "write:app\t", " write:app \t, read:app "})
  void check_spacesAndTabsAround_areLeftOut(String list) {
    assertThat(check(list).out()).startsWith("ALLOWED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u2003", "\u3000", "\u2028", "\u000B", "\r", "\u00A0"})
  void check_otherWhiteSpaceAround_isAPartOfTheName(String space) {
    for (String list : new String[] {space + "write:app", "write:app" + space}) {
      Run run = check(list);
      assertThat(run.out()).startsWith("DENIED").contains("missing-capability");
    }
  }

  @Test
  void can_otherWhiteSpaceAround_isAPartOfTheName() {
    assertThat(Run.warder("can", "--capabilities", "write:app\u2003", "--json").out())
        .isEqualTo(
            Run.warder("can", "--capabilities", "no:such", "--json")
                .out()
                .replace("no:such", "write:app\\u2003"));
  }

  @Test
  void unused_otherWhiteSpaceAround_isAPartOfTheName(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("log");
    Files.writeString(log, "{\"method\":\"PATCH\",\"target\":\"/v1/apps/1\"}\n");
    assertThat(
            Run.warder("unused", "--capabilities", "write:app\u3000", "--json", log.toString())
                .out())
        .contains("\"unused\":[\"write:app\\u3000\"]");
  }

  private static Run check(String list) {
    return Run.warder(
        "check",
        "--capabilities",
        list,
        "--operation",
        "create-app",
        "--account",
        "A",
        "--resource-account",
        "A");
  }
}
