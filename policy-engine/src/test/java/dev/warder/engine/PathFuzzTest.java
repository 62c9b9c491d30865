package dev.warder.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.warder.engine.ReferenceEvaluator.Holder;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever path comes: it is decided as the reference decides it, over a catalogue with every sort
 * of template, for each method. Paths are taken to be ASCII or not, as the bytes are UTF-8 or not.
 */
class PathFuzzTest {
  private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT");
  private static final Scenario SCENARIO =
      new Scenario(Everything.CATALOGUE, PathLimits.DEFAULT, 0);
  private static final List<Holder> HOLDERS =
      List.of(
          Holder.ANONYMOUS,
          Holder.of(null, List.of("read")),
          Holder.of(Scenario.ACCOUNT, List.of("read")),
          Holder.of("A", List.of("read", "write")));

  static Stream<byte[]> seeds() {
    return Stream.of(
            "/v1/",
            "/v1/files/",
            "/v1/files/me",
            "/v1/files/acc-1.json",
            "/v1/files/acc-1:copy",
            "/v1/files/acc-1:copy:copy",
            "/v1/files/acc-1%3Acopy",
            "/v1/files/..:copy",
            "/v1/files/%C3%A9.json",
            "/v1/in/A/root:/a/b:/content",
            "/v1/in/A/root:/a/b%20c/%3A:/content",
            "/v1/in/A/root:/a:/content/b:/content",
            "/v1/reports/a/b/for-A.csv",
            "/v1/reports/a/for-A.csv/for-A.csv",
            "/v1/reports/get(period='D7')",
            "/v1/reports/get(period=%27D7')",
            "/v1/tree/a/b/",
            "/v1/tree/a/of/of/of/A")
        .map(path -> path.getBytes(UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest
  void decide_anyPath_asTheReference(byte[] bytes) {
    String path = new String(bytes, UTF_8);
    for (String method : METHODS) {
      Match match = SCENARIO.engine.match(method, path);
      for (Holder holder : HOLDERS) {
        Grant grant = SCENARIO.grant(SCENARIO.engine, holder);
        Decision decision = SCENARIO.engine.decide(grant, method, path);
        Differential.check(SCENARIO.reference.decide(holder, method, path, null), decision);
        assertThat(SCENARIO.engine.decide(grant, match, Scenario::ownership)).isEqualTo(decision);
      }
      match
          .operations()
          .forEach(
              operation ->
                  assertThat(match.parameters(operation))
                      .allMatch(p -> path.substring(p.start(), p.end()).equals(p.text())));
    }
  }
}
