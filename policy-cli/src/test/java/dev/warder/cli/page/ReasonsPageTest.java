package dev.warder.cli.page;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.authority.RefusalReason;
import dev.warder.cli.Run;
import dev.warder.engine.Reason;
import dev.warder.gate.GateReason;
import dev.warder.gate.token.TokenFault;
import dev.warder.gate.token.TokenReason;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of reasons has every reason, each with its status. */
class ReasonsPageTest {
  private static final Pattern CODE = Pattern.compile("`([a-z0-9-]+)`");

  private static Stream<String> rows(String heading) throws Exception {
    return DocPage.of("docs/reference/reasons.md").section(heading).lines().stream()
        .filter(line -> line.startsWith("| `"));
  }

  /** Returns the first two columns of each row. */
  private static Set<String> withStatus(String heading) throws Exception {
    return rows(heading)
        .map(row -> row.replaceAll("^\\| `(.*?)` \\| (\\d+) .*", "$1 $2"))
        .collect(toSet());
  }

  /** Returns the codes in the first column. */
  private static List<String> codes(String heading) throws Exception {
    return rows(heading)
        .flatMap(row -> CODE.matcher(row.substring(0, row.indexOf('|', 1))).results())
        .map(code -> code.group(1))
        .toList();
  }

  @Test
  void reasons_ofADecision_areThoseOfTheEngine() throws Exception {
    assertThat(withStatus("Of a decision"))
        .isEqualTo(Arrays.stream(Reason.values()).map(r -> r + " " + r.status()).collect(toSet()));
  }

  @Test
  void reasons_ofAToken_areThoseOfTheVerifier() throws Exception {
    assertThat(withStatus("Of a token"))
        .isEqualTo(
            Arrays.stream(TokenReason.values()).map(r -> r + " " + r.status()).collect(toSet()));
  }

  @Test
  void reasons_together_areThoseOfTheGate() throws Exception {
    Set<String> all = withStatus("Of a gate");
    all.addAll(withStatus("Of a token"));
    all.addAll(withStatus("Of a decision"));
    assertThat(all)
        .isEqualTo(
            Arrays.stream(GateReason.values()).map(r -> r + " " + r.status()).collect(toSet()));
  }

  @Test
  void reasons_ofThePage_areExplained() throws Exception {
    for (String heading : List.of("Of a decision", "Of a token", "Of a gate")) {
      for (String reason : withStatus(heading)) {
        String[] parts = reason.split(" ", -1);
        assertThat(Run.warder("explain", parts[0]).out())
            .startsWith(parts[0] + " (status " + parts[1] + "): ");
      }
    }
  }

  @Test
  void faults_each_standOnceWithTheirReason() throws Exception {
    assertThat(codes("Faults of a token"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(TokenFault.values()).map(TokenFault::code).toList());
    for (TokenFault fault : TokenFault.values()) {
      assertThat(rows("Faults of a token").filter(row -> row.contains("`" + fault + "`")))
          .anyMatch(row -> row.contains("| `" + fault.reason() + "` |"));
    }
  }

  @Test
  void refusals_each_standOnce() throws Exception {
    assertThat(codes("Refusals of an authority"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(RefusalReason.values()).map(RefusalReason::code).toList());
  }
}
