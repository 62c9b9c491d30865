package dev.warder.cli.catalogue;

import static dev.warder.cli.Run.allowed;
import static dev.warder.cli.Run.denied;
import static dev.warder.cli.Run.inTerminal;
import static dev.warder.cli.Run.noAnswer;
import static dev.warder.cli.Run.warder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import dev.warder.cli.text.Shown;
import dev.warder.model.CatalogueReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Full outputs of {@code warder test}. */
class TestCommandTest {
  private static final String CATALOGUE =
      """
      catalogue: notes
      format: 1
      version: "1"
      title: Notes
      categories: {n: N}
      capabilities: {read: {label: R, category: n}}
      operations:
        list: {method: GET, path: /notes, summary: List, requires: read}
        status: {method: GET, path: /status, summary: Status, requires: public}
      """;
  private static final String HEAD =
      "{\"format\": 1, \"title\": \"T\", \"catalogue\": \"notes.yaml\", \"vectors\": [\n";
  private static final String ALLOWED =
      "{\"name\": \"with read\", \"account\": \"A\", \"capabilities\": [\"read\"], \"method\": \"GET\","
          + " \"path\": \"/notes\", \"expect\": {\"reason\": \"allowed\", \"operation\": \"list\"}}";
  private static final String WRONG =
      "{\"name\": \"\\u001b without\", \"account\": \"A\", \"capabilities\": [], \"method\": \"GET\","
          + " \"path\": \"/notes\", \"expect\": {\"reason\": \"allowed\", \"operation\": \"list\"}}";

  @TempDir Path folder;

  private String catalogue;
  private String fingerprint;

  @BeforeEach
  void writeCatalogue() throws Exception {
    catalogue = file("notes.yaml", CATALOGUE);
    fingerprint = CatalogueReader.parse("c", CATALOGUE).fingerprint();
  }

  private String file(String name, String text) throws Exception {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private Run test(String vectors, String... more) throws Exception {
    String file = file("v.json", HEAD + vectors + "]}");
    return without(
        warder(Stream.concat(Stream.of("test", file), Stream.of(more)).toArray(String[]::new)));
  }

  private Run without(Run run) {
    String prefix = folder + "/";
    return new Run(run.exitCode(), run.out().replace(prefix, ""), run.err().replace(prefix, ""));
  }

  @Test
  void test_allPass_isZero() throws Exception {
    assertThat(test(ALLOWED))
        .isEqualTo(
            allowed(
                """
                  files:        1
                  vectors:      1
                  failed:       0
                  catalogue:    notes 1 (%s)
                  operations:   1 of 2 touched; not status
                  capabilities: 0 of 1 touched; never missed read
                  reasons:      1 of 8 touched; not malformed-request, unknown-operation, method-not-allowed, unmapped-operation, wrong-account, unavailable, missing-capability
                """
                    .formatted(fingerprint.substring(0, 12))));
  }

  @Test
  void test_oneFails_saysWhatDiffered() throws Exception {
    Run run = test(ALLOWED + ",\n" + WRONG, "--coverage", "50");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .startsWith(
            """
            FAIL v.json:3:1: \\u{1b} without
              reason: expected "allowed", was "missing-capability"
              files:        1
              vectors:      2
              failed:       1
            """)
        .endsWith("  coverage:     less than 50 per cent\n");
  }

  @Test
  void test_inATerminal_failuresStandOut() throws Exception {
    Run run = inTerminal(80, "test", file("v.json", HEAD + WRONG + "]}"));
    Run piped = warder("test", file("v.json", HEAD + WRONG + "]}"));
    assertThat(run.out())
        .startsWith("\033[31mFAIL\033[m " + folder)
        .isEqualTo(
            piped
                .out()
                .replaceFirst("FAIL", "\033[31mFAIL\033[m")
                .replace("-request, unknown", "-request,\n                unknown")
                .replace("-operation, wrong", "-operation,\n                wrong"));
    assertThat(run.err()).isEqualTo(piped.err());
  }

  @Test
  void test_coverage_atEqualityReached() throws Exception {
    String denied = WRONG.replace("allowed", "missing-capability");
    assertThat(test(ALLOWED + "," + denied, "--coverage", "50").exitCode()).isZero();
    assertThat(test(ALLOWED + "," + denied, "--coverage", "51").exitCode()).isEqualTo(1);
  }

  @Test
  void test_json_isOneObject() throws Exception {
    assertThat(test(WRONG, "--json"))
        .isEqualTo(
            denied(
                """
                {"format":1,"passed":false,"files":[{"file":"v.json","title":"T","vectors":1,"failures":[\
                {"name":"\\u001B without","line":2,"column":1,"differences":[\
                {"member":"reason","expected":"\\"allowed\\"","actual":"\\"missing-capability\\""}]}]}],\
                "coverage":[{"reached":true,"operations":2,"untouchedOperations":["list","status"],\
                "capabilities":1,"touchedCapabilities":0,"neverNeeded":["read"],"neverMissed":["read"],\
                "untouchedReasons":["allowed","malformed-request","unknown-operation","method-not-allowed",\
                "unmapped-operation","wrong-account","unavailable","missing-capability"],\
                "catalogue":"notes","version":"1","fingerprint":"%s"}]}
                """
                    .formatted(fingerprint)));
  }

  @Test
  void test_junit_writesAFile() throws Exception {
    String report = folder.resolve("report.xml").toString();
    test(ALLOWED + "," + WRONG, "--junit", report);
    assertThat(Files.readString(Path.of(report)))
        .startsWith(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"2\" failures=\"1\"");
  }

  @Test
  void test_catalogueGiven_goesBeforeTheOneNamed() throws Exception {
    String other = file("other.yaml", CATALOGUE.replace("requires: read", "requires: public"));
    assertThat(test(WRONG, "--catalogue", other).exitCode()).isZero();
  }

  @Test
  void test_catalogueInTheFolderAbove_found() throws Exception {
    Path below = Files.createDirectories(folder.resolve("vectors"));
    Path file = Files.writeString(below.resolve("v.json"), HEAD + ALLOWED + "]}");
    assertThat(warder("test", file.toString()).exitCode()).isZero();
    Path tooFar = Files.createDirectories(below.resolve("more"));
    Path farther = Files.writeString(tooFar.resolve("v.json"), HEAD + ALLOWED + "]}");
    assertThat(without(warder("test", farther.toString())))
        .isEqualTo(
            noAnswer(
                "warder: no catalogue `notes.yaml` beside "
                    + Shown.quoted(farther.toString()).replace(folder + "/", "")
                    + " or in the folder above; give one with --catalogue\n"));
  }

  @Test
  void test_brokenCatalogues_needNone() throws Exception {
    String broken =
        "{\"format\": 1, \"title\": \"B\", \"broken\": [{\"name\": \"n\", \"text\": \"\", \"problems\": []}]}";
    assertThat(without(warder("test", file("b.json", broken))))
        .isEqualTo(
            denied(
                """
                FAIL b.json:1:40: n
                  problems: expected [], was ["1:1: the file is empty; a catalogue is expected"]
                  files:   1
                  vectors: 1
                  failed:  1
                """));
  }

  @Test
  void test_fileThatIsNone_toldWithItsPlaces() throws Exception {
    Run run = test("{}");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("v.json:2:1: a vector has no `name`\n")
        .contains("nothing of it was read\n");
    Run carried =
        without(
            warder(
                "test",
                file(
                    "c.json",
                    "{\"format\": 1, \"title\": \"T\", \"catalogue\": {}, \"vectors\": []}")));
    assertThat(carried.err()).startsWith("c.json:1:42: the catalogue has no `catalogue`\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "test | needs a file of vectors: type warder test FILE...",
        "test --coverage 101 x | --coverage is a number from 0 to 100, not 101",
        "test --coverage -1 x | --coverage is a number from 0 to 100, not -1",
        "test --catalogue= x | --catalogue has an empty value: give --catalogue FILE, or leave --catalogue out",
      })
  void test_misused_pointsToHelp(String args, String message) {
    assertThat(warder(args.split(" ")))
        .isEqualTo(noAnswer("warder: " + message + "\nwarder: see warder test --help\n"));
  }

  @Test
  void test_fileThatIsNotThere_isNamed() {
    assertThat(warder("test", "--catalogue", catalogue, "no-such-file"))
        .isEqualTo(noAnswer("warder: cannot read `no-such-file`: there is no such file\n"));
  }
}
