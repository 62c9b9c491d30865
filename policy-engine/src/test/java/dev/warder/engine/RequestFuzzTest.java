package dev.warder.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.warder.engine.ReferenceEvaluator.Holder;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever method and path come: they are decided, as the reference decides them, for each of the
 * catalogues of the specification's vectors. The method ends at the first space.
 */
class RequestFuzzTest {
  private static final List<Scenario> SCENARIOS = scenarios();

  private static List<Scenario> scenarios() {
    try {
      List<Catalogue> catalogues = new ArrayList<>();
      for (VectorFile file : VectorFile.all().values()) {
        Catalogue catalogue = file.readCatalogue();
        if (catalogues.stream()
            .noneMatch(other -> other.fingerprint().equals(catalogue.fingerprint()))) {
          catalogues.add(catalogue);
        }
      }
      return catalogues.stream().map(c -> new Scenario(c, PathLimits.DEFAULT, 0)).toList();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  static Stream<byte[]> seeds() throws IOException {
    return VectorFile.all().values().stream()
        .flatMap(file -> file.vectors().stream())
        .filter(vector -> vector.path() != null && vector.path().length() < 300)
        .map(RequestFuzzTest::request)
        .distinct()
        .map(request -> request.getBytes(UTF_8));
  }

  /** Returns the method, a space, the path, and where there is an account a line feed and this. */
  private static String request(VectorFile.Vector vector) {
    String request = vector.method() + " " + vector.path();
    return vector.requestAccount() == null ? request : request + "\n" + vector.requestAccount();
  }

  @MethodSource("seeds")
  @FuzzTest
  void decide_anyRequest_asTheReference(byte[] bytes) {
    String request = new String(bytes, UTF_8);
    int space = request.indexOf(' ');
    String method = space < 0 ? "GET" : request.substring(0, space);
    int line = request.indexOf('\n', space + 1);
    String path = line < 0 ? request.substring(space + 1) : request.substring(space + 1, line);
    String account = line < 0 ? null : request.substring(line + 1);
    for (Scenario scenario : SCENARIOS) {
      Match match = scenario.engine.match(method, path, account);
      for (Holder holder : holders(scenario.catalogue)) {
        Grant grant = scenario.grant(scenario.engine, holder);
        Decision decision = scenario.engine.decide(grant, method, path, account);
        Differential.check(scenario.reference.decide(holder, method, path, account), decision);
        assertThat(scenario.engine.decide(grant, match, Scenario::ownership)).isEqualTo(decision);
        assertThat(scenario.engine.explain(grant, decision).decision()).isEqualTo(decision);
      }
      match.operations().forEach(operation -> assertThat(match.parameters(operation)).isNotNull());
    }
  }

  /** Nobody, and who holds nothing, everything, and every other capability. */
  private static List<Holder> holders(Catalogue catalogue) {
    List<String> all = catalogue.capabilities().stream().map(Capability::raw).toList();
    List<String> half =
        IntStream.range(0, all.size()).filter(i -> i % 2 == 0).mapToObj(all::get).toList();
    return List.of(
        Holder.ANONYMOUS,
        Holder.of(null, all),
        Holder.of(Scenario.ACCOUNT, List.of()),
        Holder.of(Scenario.ACCOUNT, half),
        Holder.of(Scenario.ACCOUNT, all));
  }
}
