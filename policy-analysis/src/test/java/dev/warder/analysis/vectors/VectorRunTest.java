package dev.warder.analysis.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.engine.Reason;
import dev.warder.model.Capability;
import dev.warder.model.Operation;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorRunTest {
  private static final String CATALOGUE =
      """
      {"catalogue": "notes", "format": 1, "version": "1", "title": "Notes", "categories": {"n": "N"},
       "capabilities": {
         "read": {"label": "R", "category": "n"}, "write": {"label": "W", "category": "n"},
         "admin": {"label": "A", "category": "n", "implies": ["read"]}},
       "operations": {
         "get": {"method": "GET", "path": "/notes/{id}", "summary": "Get", "owner": {"note": "id"}, "requires": "read"},
         "put": {"method": "PUT", "path": "/notes/{id}", "summary": "Put", "owner": {"note": "id"}, "requires": {"any": [{"all": ["read", "write"]}, "admin"]}},
         "status": {"method": "GET", "path": "/status", "summary": "S", "requires": "public"}},
       "commands": {
         "notes put": {"calls": ["get", "put"], "when": [{"name": "help", "condition": "c", "calls": [{"unspecified": "POST /help"}]}]},
         "notes ask": {"when": [{"name": "help", "condition": "c", "calls": ["status"]}]}}}\
      """;

  private static final String A = "\"account\": \"A\", \"capabilities\": ";

  /** Runs vectors named 0, 1 and so on. */
  private static VectorRun run(String... vectors) throws Exception {
    StringBuilder text =
        new StringBuilder("{\"format\": 1, \"title\": \"T\", \"catalogue\": " + CATALOGUE);
    text.append(
        ",\n\"owners\": {\"note\": {\"1\": \"A\", \"2\": \"B\", \"3\": null}}, \"vectors\": [");
    for (int i = 0; i < vectors.length; i++) {
      text.append(i == 0 ? "\n" : ",\n");
      text.append("{\"name\": \"" + i + "\", " + vectors[i] + "}");
    }
    VectorFile file = VectorFile.parse("v.json", text.append("]}").toString());
    return file.run(file.carriedCatalogue().orElseThrow());
  }

  private static String get(String capabilities, String id, String expect) {
    return A
        + capabilities
        + ", \"method\": \"GET\", \"path\": \"/notes/"
        + id
        + "\", \"expect\": {"
        + expect
        + "}";
  }

  private static List<String> told(String vector) throws Exception {
    VectorResult result = run(vector).results().get(0);
    assertThat(result.isPass())
        .isEqualTo(result.differences().isEmpty() && result.error().isEmpty());
    return result.error().isPresent()
        ? List.of(result.error().get())
        : result.differences().stream().map(Difference::toString).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[\"read\"] | 1 | \"reason\": \"allowed\", \"operation\": \"get\" | ",
        "[\"read\"] | 2 | \"reason\": \"wrong-account\", \"operation\": \"get\" | ",
        "[\"read\"] | 3 | \"reason\": \"unavailable\", \"operation\": \"get\" | ",
        "[\"read\"] | 4 | \"reason\": \"wrong-account\", \"operation\": \"get\" | ",
        "[] | 1 | \"reason\": \"missing-capability\", \"operation\": \"get\" | ",
        "[] | 1 | \"reason\": \"missing-capability\", \"operation\": \"get\", \"missing\": [[\"read\"]], \"enough\": [\"read\"] | ",
        "[\"read\"] | 1 | \"reason\": \"allowed\" | operation: expected absent, was \"get\"",
        "[\"read\"] | 1 | \"reason\": \"unavailable\", \"operation\": \"put\" | reason: expected \"unavailable\", was \"allowed\"; operation: expected \"put\", was \"get\"",
        "[] | 1 | \"reason\": \"missing-capability\", \"operation\": \"get\", \"missing\": [], \"enough\": [\"write\"] | missing: expected [], was [[\"read\"]]; enough: expected [\"write\"], was [\"read\"]",
        "[\"read\"] | 1 | \"reason\": \"allowed\", \"operation\": \"get\", \"allow\": [\"\\u00e9\\\"\"] | allow: expected [\"\\u00e9\\\"\"], was absent",
      })
  void run_requests_comparedMemberByMember(
      String capabilities, String id, String expect, String differences) throws Exception {
    assertThat(String.join("; ", told(get(capabilities, id, expect))))
        .isEqualTo(differences == null ? "" : differences);
  }

  @Test
  void run_methodNotAllowed_allowIsCompared() throws Exception {
    String vector =
        A
            + "[], \"method\": \"POST\", \"path\": \"/notes/1\", \"expect\": {\"reason\": \"method-not-allowed\"";
    assertThat(told(vector + ", \"allow\": [\"GET\", \"HEAD\", \"PUT\"]}")).isEmpty();
    assertThat(told(vector + "}"))
        .containsExactly("allow: expected absent, was [\"GET\", \"HEAD\", \"PUT\"]");
  }

  @Test
  void run_operations_withTheResourcesAccount() throws Exception {
    String vector = A + "[\"read\"], \"operation\": \"get\"";
    String allowed = ", \"expect\": {\"reason\": \"allowed\", \"operation\": \"get\"}";
    String denied = ", \"expect\": {\"reason\": \"wrong-account\", \"operation\": \"get\"}";
    assertThat(told(vector + ", \"resourceAccount\": \"A\"" + allowed)).isEmpty();
    assertThat(told(vector + denied)).isEmpty();
    assertThat(told(vector + allowed))
        .containsExactly("reason: expected \"allowed\", was \"wrong-account\"");
  }

  @Test
  void run_preflights_compared() throws Exception {
    String vector = A + "[\"read\"], \"preflight\": \"put\", \"expect\": ";
    assertThat(
            told(
                vector
                    + "{\"reason\": \"missing-capability\", \"missing\": [[\"write\"], [\"admin\"]], \"enough\": [\"write\"]}"))
        .isEmpty();
    assertThat(told(vector + "{\"reason\": \"allowed\"}"))
        .containsExactly("reason: expected \"allowed\", was \"missing-capability\"");
  }

  @Test
  void run_commands_compared() throws Exception {
    String vector = A + "[\"read\"], \"command\": \"notes put\", \"expect\": ";
    String calls =
        "\"calls\": [{\"call\": \"put\", \"reason\": \"missing-capability\", \"missing\": [[\"write\"], [\"admin\"]]}]";
    assertThat(
            told(
                vector
                    + "{\"reason\": \"missing-capability\", \"command\": \"notes put\", "
                    + calls
                    + ", \"enough\": [\"write\"]}"))
        .isEmpty();
    assertThat(
            told(
                vector
                    + "{\"reason\": \"missing-capability\", \"command\": \"notes put\", \"calls\": []}"))
        .containsExactly(
            "calls: expected [], was [{\"call\": \"put\", \"reason\": \"missing-capability\", \"missing\": [[\"write\"], [\"admin\"]]}]");
    assertThat(
            told(
                A
                    + "[\"admin\"], \"command\": \"notes put\", \"when\": [\"help\"], \"expect\": {\"reason\": \"unmapped-operation\","
                    + " \"command\": \"notes put\", \"calls\": [{\"call\": {\"unspecified\": \"POST /help\"}, \"reason\": \"unmapped-operation\"}]}"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"operation\": \"gte\" | unknown operation `gte`; nearest: `get`",
        "\"preflight\": \"nothing\" | unknown operation `nothing`",
        "\"command\": \"notes pat\" | unknown command `notes pat`; nearest: `notes put`",
        "\"command\": \"notes put\", \"when\": [\"hlep\"] | unknown condition `hlep`; nearest: `help`",
        "\"command\": \"notes ask\" | `notes ask` makes no call but in a condition; choose by `when` of `help`",
      })
  void run_whatTheCatalogueDoesNotHave_isAnError(String question, String error) throws Exception {
    assertThat(told(A + "[], " + question + ", \"expect\": {\"reason\": \"allowed\"}"))
        .containsExactly(error);
  }

  private static Coverage coverage(String... vectors) throws Exception {
    VectorRun run = run(vectors);
    return Coverage.of(List.of(run)).get(0);
  }

  private static List<String> raws(List<Capability> capabilities) {
    return capabilities.stream().map(Capability::raw).toList();
  }

  @Test
  void coverage_noVectors_nothingTouched() throws Exception {
    Coverage coverage = coverage();
    assertThat(coverage).hasToString("0 of 3 operations, 0 of 3 capabilities, 0 of 8 reasons");
    assertThat(coverage.reaches(0)).isTrue();
    assertThat(coverage.reaches(1)).isFalse();
  }

  @Test
  void coverage_capability_touchedWhenNeededAndMissed() throws Exception {
    String needed =
        get("[\"read\", \"write\"]", "1", "\"reason\": \"allowed\", \"operation\": \"get\"");
    String missed = get("[]", "1", "\"reason\": \"missing-capability\", \"operation\": \"get\"");
    Coverage coverage = coverage(needed, missed);
    assertThat(raws(coverage.untouchedCapabilities())).containsExactly("write", "admin");
    assertThat(coverage.touchedCapabilities()).isEqualTo(1);
    assertThat(coverage.untouchedOperations())
        .extracting(Operation::id)
        .containsExactly("put", "status");
    assertThat(coverage.untouchedReasons())
        .doesNotContain(Reason.ALLOWED, Reason.MISSING_CAPABILITY)
        .hasSize(6);
    assertThat(raws(coverage(needed).neverMissed())).containsExactly("read", "write", "admin");
    assertThat(raws(coverage(needed).neverNeeded())).containsExactly("write", "admin");
    assertThat(raws(coverage(missed).neverMissed())).containsExactly("write", "admin");
    assertThat(coverage(missed).touchedCapabilities()).isZero();
  }

  @Test
  void coverage_heldTwice_isNeededByNeither() throws Exception {
    Coverage both =
        coverage(
            get("[\"read\", \"admin\"]", "1", "\"reason\": \"allowed\", \"operation\": \"get\""));
    assertThat(raws(both.neverNeeded())).containsExactly("read", "write", "admin");
    Coverage implied =
        coverage(
            get("[\"admin\", \"admin\"]", "1", "\"reason\": \"allowed\", \"operation\": \"get\""));
    assertThat(raws(implied.neverNeeded())).containsExactly("read", "write");
  }

  @Test
  void coverage_vectorsThatFail_doNotCount() throws Exception {
    Coverage coverage = coverage(get("[\"read\"]", "1", "\"reason\": \"allowed\""));
    assertThat(coverage.touchedOperations()).isZero();
    assertThat(raws(coverage.neverNeeded())).contains("read");
  }

  @Test
  void coverage_commands_touchWhatTheyCall() throws Exception {
    Coverage coverage =
        coverage(
            A
                + "[\"read\", \"write\"], \"command\": \"notes put\", \"expect\": {\"reason\": \"allowed\", \"command\": \"notes put\"}");
    assertThat(coverage.untouchedOperations()).extracting(Operation::id).containsExactly("status");
    assertThat(raws(coverage.neverNeeded())).containsExactly("admin");
  }

  @Test
  void coverage_threshold_atEqualityReached() throws Exception {
    String[] third = {
      get("[\"read\"]", "1", "\"reason\": \"allowed\", \"operation\": \"get\""),
      get("[]", "1", "\"reason\": \"missing-capability\", \"operation\": \"get\"")
    };
    Coverage coverage = coverage(third);
    assertThat(coverage.reaches(33)).isTrue();
    assertThat(coverage.reaches(34)).isFalse();
    assertThatThrownBy(() -> coverage.reaches(101)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> coverage.reaches(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void coverage_runsWithOneFingerprint_countTogether() throws Exception {
    VectorRun one = run(get("[\"read\"]", "1", "\"reason\": \"allowed\", \"operation\": \"get\""));
    VectorRun two =
        run(
            "\"anonymous\": true, \"method\": \"GET\", \"path\": \"/status\", \"expect\": {\"reason\": \"allowed\", \"operation\": \"status\"}");
    List<Coverage> together = Coverage.of(List.of(one, two));
    assertThat(together).hasSize(1);
    assertThat(together.get(0).touchedOperations()).isEqualTo(2);
    assertThat(one.catalogue()).contains(together.get(0).catalogue());
  }

  private static VectorRun broken(String problems) throws Exception {
    return VectorFile.parse(
            "b.json",
            "{\"format\": 1, \"title\": \"B\", \"broken\": [{\"name\": \"empty\", \"text\": \"\", \"problems\": ["
                + problems
                + "]}]}")
        .runBroken();
  }

  @Test
  void runBroken_problems_comparedInOrder() throws Exception {
    String message = "the file is empty; a catalogue is expected";
    assertThat(broken("{\"line\": 1, \"column\": 1, \"message\": \"" + message + "\"}").failures())
        .isEmpty();
    assertThat(broken("").failures().get(0).differences())
        .extracting(Difference::toString)
        .containsExactly("problems: expected [], was [\"1:1: " + message + "\"]");
    assertThat(Coverage.of(List.of(broken("")))).isEmpty();
    assertThat(broken("")).hasToString("b.json: 1 vectors, 1 failed");
  }

  @Test
  void junitXml_passFailureAndError_inOneSuite() throws Exception {
    VectorRun run =
        run(
            get("[\"read\"]", "1", "\"reason\": \"allowed\", \"operation\": \"get\""),
            get("[]", "1", "\"reason\": \"allowed\", \"operation\": \"get\""),
            A + "[], \"preflight\": \"<\\u001b&\\ud800\", \"expect\": {\"reason\": \"allowed\"}");
    assertThat(JUnitXml.of(List.of(run)))
        .isEqualTo(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuites tests="3" failures="1" errors="1">
              <testsuite name="T" file="v.json" tests="3" failures="1" errors="1">
                <testcase name="0" classname="T" file="v.json" line="13"></testcase>
                <testcase name="1" classname="T" file="v.json" line="14">
                  <failure message="reason: expected &quot;allowed&quot;, was &quot;missing-capability&quot;">v.json:14:1
            reason: expected "allowed", was "missing-capability"</failure>
                </testcase>
                <testcase name="2" classname="T" file="v.json" line="15">
                  <error message="unknown operation `&lt;\\u{1b}&amp;\\u{d800}`">v.json:15:1
            unknown operation `&lt;\\u{1b}&amp;\\u{d800}`</error>
                </testcase>
              </testsuite>
            </testsuites>
            """);
  }

  @Test
  void junitXml_everything_isWellFormed() throws Exception {
    var factory = DocumentBuilderFactory.newInstance();
    String xml = JUnitXml.of(List.of(run(), broken("")));
    var document =
        factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(UTF_8)));
    assertThat(document.getElementsByTagName("testsuite").getLength()).isEqualTo(2);
    assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(1);
  }
}
