package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Catalogue;
import dev.warder.model.InvalidCatalogue;
import dev.warder.model.Operation;
import dev.warder.model.RandomTemplates;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine asks what the reference asks on every short path, over chosen templates. */
class TemplateSweepTest {
  /** A triple counts as one character: it stands for a colon. */
  private static final List<String> ALPHABET = List.of("/", "a", "b", ":", ".", "%3A");

  private static final int CHARACTERS = 6;
  private static final List<String> PATHS =
      texts().stream().filter(p -> ReferencePath.isCanonical(p, PathLimits.DEFAULT)).toList();

  private static List<String> texts() {
    List<String> paths = new ArrayList<>(List.of("/"));
    for (int from = 0, length = 0; length < CHARACTERS; length++) {
      int to = paths.size();
      for (int i = from; i < to; i++) {
        for (String character : ALPHABET) {
          paths.add(paths.get(i) + character);
        }
      }
      from = to;
    }
    return paths;
  }

  @Test
  void match_everyShortText_isMalformedAsTheReferenceSays() {
    PolicyEngine engine = new Scenario(catalogue("/a"), PathLimits.DEFAULT, 1).engine;
    assertThat(
            texts().stream()
                .filter(
                    path ->
                        engine.match("GET", path).refusal().map(Decision::reason).orElse(null)
                            != Reason.MALFORMED_REQUEST)
                .toList())
        .isEqualTo(PATHS);
  }

  /** Sets of templates, with spaces between; `$` marks an account. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/{p} /a",
        "/{p}: /{p}",
        "/{p}:a /{p}",
        "/:{p} /{p}",
        "/a{p} /{p}b /a{p}b",
        "/a{p}a /a{p} /{p}a /{p}",
        "/ab{p}ba /ab{p} /{p}ba",
        "/a{p}b /aa{p}b /a{p}bb",
        "/ab{p} /{p}b: /a{p}b:",
        "/abab{p} /{p}abab /aba{p}abab",
        "/ab{p} /{p}ba /a{p}ba /ab{p}a /{p...}bab",
        "/{p}.a /{p}.b /{p}",
        "/{p}. /{p}.. /.{p}",
        "/a{p}. /{p}",
        "/a.b/{q} /a{p}b/b",
        "/.{p}. /{p}",
        "/a/ /a",
        "/ /a /{p}",
        "/{p}/ /{p}",
        "/{p}/{q}/ /{p}/a/",
        "/{p...} /a",
        "/{p...}/a /{p...}",
        "/a/{p...} /{p...}/a",
        "/a/{p...}/b /a/{p...}",
        "/{p...}/ /{p}/",
        "/{p...}: /{p...}",
        "/{p...}:/a /{p...}",
        "/{p...}a /{p}/{q}a",
        "/{p...}a/b /{p...}a/{q}",
        "/{p...}. /{p...}",
        "/a/{p...}:b /a/{p}:b",
        "/{p...}/{q}: /{p...}/{q}",
        "/{p}:/{q...} /{p}/{q...}",
        "/{p}/{q...}/a /{p}/b/a",
        "/{p}:a/{q} /{p}/b",
        "/{$p} /a",
        "/{$p}: /{p}",
        "/{$p}:a /{q}",
        "/a{$p} /{q}",
        "/{q}/{$p} /a/{q}",
        "/{q...}/{$p} /{q...}",
        "/{q...}/{$p}: /{q...}",
        "/{$p}/{q...} /a/{q...}",
        "/{$p}/a: /{q}/{r}:",
        "/{q...}/{$p}/a /{q...}/b/a",
        "/b{p}a /{p}",
        "/a{p}:b /a{p}:b:b /a:{p}",
        "/:{p}: /::{p} /{p}::",
        "/{p}a/{q}b /a{p}/b{q}",
        "/a/{p}/b /a/{p...}/b /{p...}/b",
        "/{p...}/a/b /{p...}/a /{p...}/b",
        "/{p...}/a/ /{p...}/a",
        "/a{p}/b{q} /a{p}/{q...}",
        "/{p}b/{q...}:a /{p}/{q...}",
        "/a:{p} /a:a /a:{p}b"
      })
  void match_everyShortPath_asTheReference(String templates) {
    Catalogue catalogue = catalogue(templates.split(" "));
    Scenario scenario = new Scenario(catalogue, PathLimits.DEFAULT, 1);
    int matched = 0;
    for (String path : PATHS) {
      List<Operation> asked = scenario.engine.match("GET", path).operations();
      List<Operation> expected =
          scenario.reference.asked(scenario.reference.matched(ReferencePath.segments(path)), "GET");
      if (!asked.equals(expected)) {
        assertThat(asked).as(path).isEqualTo(expected);
      }
      matched += asked.isEmpty() ? 0 : 1;
    }
    assertThat(matched).isPositive();
  }

  private static Catalogue catalogue(String... templates) {
    List<String> operations = new ArrayList<>();
    for (String template : templates) {
      int account = template.indexOf("{$");
      String rule =
          account >= 0
              ? "\"account\": \""
                  + template.substring(account + 2, template.indexOf('}', account))
                  + "\", "
              : template.contains("{") ? "\"account\": \"not-checked\", " : "";
      operations.add(
          "{\"method\": \"GET\", \"path\": \"%s\", \"summary\": \"s\", %s\"requires\": \"c%d\"}"
              .formatted(template.replace("$", ""), rule, operations.size()));
    }
    try {
      return RandomTemplates.read(operations);
    } catch (InvalidCatalogue e) {
      throw new AssertionError(e);
    }
  }
}
