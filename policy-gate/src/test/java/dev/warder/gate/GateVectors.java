package dev.warder.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs {@code spec/gate-vectors}. */
class GateVectors {
  private final GateVectorFile file = GateVectorFile.read("outcomes.json");

  @TestFactory
  Stream<DynamicTest> outcomes() {
    return checks(file);
  }

  @TestFactory
  Stream<DynamicTest> publicRequests() {
    return checks(GateVectorFile.read("public-requests.json"));
  }

  @TestFactory
  Stream<DynamicTest> preferredAlternatives() {
    return checks(GateVectorFile.read("preferred.json"));
  }

  @TestFactory
  Stream<DynamicTest> requestAccounts() {
    return checks(GateVectorFile.read("request-accounts.json"));
  }

  private static Stream<DynamicTest> checks(GateVectorFile file) {
    assertThat(file.format()).isEqualTo(1);
    return file.vectors().stream()
        .map(vector -> dynamicTest(vector.name(), () -> check(file, vector)));
  }

  private static void check(GateVectorFile file, GateVectorFile.Vector vector) throws Exception {
    try (GateUnderTest tested = new GateUnderTest(file, vector)) {
      Outcome outcome = tested.authorize();
      JsonNode expect = vector.expect();
      assertThat(outcome.reason()).hasToString(expect.path("reason").textValue());
      assertThat(outcome.status()).isEqualTo(expect.path("status").intValue());
      assertThat(outcome.isAllowed()).isEqualTo(outcome.status() == 200);
      assertThat(List.copyOf(outcome.headers().entrySet())).isEqualTo(entries(expect));
      assertThat(outcome.body())
          .isEqualTo(
              expect.has("body")
                  ? expect.path("body").toString().replace("FINGERPRINT", outcome.fingerprint())
                  : "");
    }
  }

  private static List<Map.Entry<String, String>> entries(JsonNode expect) {
    List<Map.Entry<String, String>> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : expect.path("headers").properties()) {
      entries.add(Map.entry(field.getKey(), field.getValue().textValue()));
    }
    return entries;
  }

  @Test
  void vectors_names_areUnique() {
    assertThat(file.vectors()).extracting(GateVectorFile.Vector::name).doesNotHaveDuplicates();
  }

  /** Each reason occurs with each disclosure, with and without a field, wherever it can. */
  @Test
  void vectors_reasonsDisclosuresAndFields_allOccur() {
    Set<List<String>> occurring =
        file.vectors().stream()
            .map(
                vector ->
                    List.of(
                        vector.expect().path("reason").textValue(),
                        vector.disclosure(),
                        vector.hasField() ? "field" : "none"))
            .collect(Collectors.toSet());
    Set<String> reasons =
        Arrays.stream(GateReason.values()).map(GateReason::code).collect(Collectors.toSet());
    Set<String> disclosures =
        Arrays.stream(Disclosure.values())
            .map(disclosure -> disclosure.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    Set<String> withoutField =
        Set.of(
            "allowed",
            "malformed-request",
            "missing-token",
            "client-limit",
            "public-limit",
            "unavailable");
    Set<List<String>> possible =
        Sets.union(
            Sets.cartesianProduct(withoutField, disclosures, Set.of("none")),
            Sets.cartesianProduct(
                Sets.difference(reasons, Set.of("missing-token", "public-limit")),
                disclosures,
                Set.of("field")));
    assertThat(occurring).isEqualTo(possible);
  }

  /** What is told of a foreign resource is, byte for byte, what is told of one that is not. */
  @Test
  void vectors_foreignAndUnknownResource_areOneAnswer() {
    for (Disclosure disclosure : Disclosure.values()) {
      String told = ", told " + disclosure.name().toLowerCase(Locale.ROOT);
      assertThat(expected("another account's resource" + told))
          .isEqualTo(expected("unknown resource" + told));
    }
  }

  private String expected(String name) {
    return file.vectors().stream()
        .filter(vector -> vector.name().equals(name))
        .map(vector -> vector.expect().toString())
        .collect(Collectors.joining());
  }
}
