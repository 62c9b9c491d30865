package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequirementParserTest {

  @ParameterizedTest
  @CsvSource({"public, PUBLIC", "any token, ANY_TOKEN", "unmapped, UNMAPPED"})
  void requirement_fixedWord_isFixed(String word, Requirement.Fixed fixed) {
    assertThat(requirement(word)).isEqualTo(fixed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "read|read",
        "{all: [read]}|read",
        "{any: [read]}|read",
        "{any: [{all: [read]}]}|read",
        "{all: [write, read]}|write and read",
        "{any: [write, read]}|write, or read",
        "{any: [{all: [read, write]}, read]}|read and write, or read",
        "{any: [write, {preferred: read}]}|write, or read (preferred)",
        "{any: [{preferred: {all: [read, write]}}, read]}|read and write (preferred), or read"
      })
  void requirement_ofCapabilities_isItsAlternatives(String written, String words) {
    assertThat(requirement(written)).hasToString(words);
  }

  @Test
  void requirement_ofAlternatives_keepsTheOrderWritten() {
    Alternatives alternatives =
        (Alternatives) requirement("{any: [write, {all: [write, read]}, read]}");
    assertThat(
            alternatives.asList().stream()
                .map(all -> all.stream().map(Capability::raw).toList())
                .toList())
        .containsExactly(List.of("write"), List.of("write", "read"), List.of("read"));
  }

  @Test
  void preferred_marked_isThatAlternative() {
    Alternatives alternatives =
        (Alternatives) requirement("{any: [write, {preferred: {all: [write, read]}}, read]}");
    Set<Capability> both = alternatives.asList().get(1);
    assertThat(alternatives.preferred()).contains(both);
    assertThat(alternatives.asList().stream().map(alternatives::isPreferred).toList())
        .containsExactly(false, true, false);
  }

  @Test
  void preferred_unmarked_isNone() {
    Alternatives alternatives = (Alternatives) requirement("{any: [write, read]}");
    assertThat(alternatives.preferred()).isEmpty();
    assertThat(alternatives.asList()).noneMatch(alternatives::isPreferred);
  }

  @Test
  void equals_otherMark_isAnotherRequirement() {
    Requirement first = requirement("{any: [{preferred: write}, read]}");
    assertThat(first)
        .isEqualTo(requirement("{any: [{preferred: {all: [write]}}, read]}"))
        .isNotEqualTo(requirement("{any: [write, {preferred: read}]}"))
        .isNotEqualTo(requirement("{any: [write, read]}"));
  }

  @Test
  void requirement_of1024Alternatives_isRead() {
    Catalogue catalogue = Samples.read(wide("any", 1_024));
    assertThat(((Alternatives) catalogue.operations().get(0).requirement()).asList())
        .hasSize(1_024);
  }

  @Test
  void requirement_of1025Alternatives_isRefused() {
    assertThat(Samples.problems(wide("any", 1_025)))
        .containsExactly("1033:59: `any` has more than 1024 items");
  }

  @Test
  void requirement_of64CapabilitiesTogether_isRead() {
    Catalogue catalogue = Samples.read(wide("all", 64));
    assertThat(((Alternatives) catalogue.operations().get(0).requirement()).asList())
        .extracting(Set::size)
        .containsExactly(64);
  }

  @Test
  void requirement_of65CapabilitiesTogether_isRefused() {
    assertThat(Samples.problems(wide("all", 65)))
        .containsExactly("73:59: `all` has more than 64 items");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{any: read}|a list is expected here, not text: `read`",
        "{all: {read: write}}|a list is expected here, not a map",
        "{any: [[read]]}|an alternative is a capability or {all: […]}",
        "{all: [read], all: [write]}|a requirement is `public`, `any token`, `unmapped`, a"
            + " capability, {all: […]} or {any: […]}",
        "{all: [read, wirte]}|unknown capability `wirte`; nearest: `write`",
        "{any: [read, {all: [read, reed]}]}|unknown capability `reed`; nearest: `read`",
        "{any: [any]}|unknown capability `any`",
        "[]|a requirement is `public`, `any token`, `unmapped`, a capability, {all: […]} or"
            + " {any: […]}"
      })
  void requirement_broken_isRefusedOnce(String written, String message) {
    assertThat(Samples.problems(file(written)))
        .singleElement()
        .asString()
        .matches("8:\\d+: .*")
        .endsWith(": " + message);
  }

  private static Requirement requirement(String written) {
    return Samples.read(file(written)).operations().get(0).requirement();
  }

  private static String file(String requires) {
    return Samples.HEAD
        + "operations:\n  op: {method: GET, path: /x, summary: S, requires: "
        + requires
        + "}\n";
  }

  /** Returns a catalogue whose operation requires so many capabilities, c0 to the last. */
  private static String wide(String key, int count) {
    String capabilities =
        IntStream.range(0, count)
            .mapToObj(i -> "  c" + i + ": {label: C, category: all}\n")
            .collect(Collectors.joining());
    String names =
        IntStream.range(0, count).mapToObj(i -> "c" + i).collect(Collectors.joining(", "));
    return file("{" + key + ": [" + names + "]}")
        .replaceFirst("capabilities: .*\n", "capabilities:\n" + capabilities);
  }
}
