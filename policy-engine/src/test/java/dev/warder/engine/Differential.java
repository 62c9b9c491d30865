package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Call;
import dev.warder.model.Capability;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what the engine answers with what the reference does. */
final class Differential {
  private Differential() {}

  static void check(ReferenceEvaluator.Answer expected, Decision actual) {
    if (!expected.reason().equals(actual.reason().code())
        || !Optional.ofNullable(expected.operation()).equals(actual.operation())
        || !expected.allow().equals(List.copyOf(actual.allow()))) {
      assertThat(actual + " " + actual.allow())
          .isEqualTo(expected.reason() + " " + expected.operation() + " " + expected.allow());
    }
  }

  static void check(ReferenceEvaluator.Answer expected, Explanation actual) {
    check(expected, actual.decision());
    assertThat(texts(actual.missing())).isEqualTo(expected.missing());
    assertThat(texts(actual.enough())).isEqualTo(expected.enough());
  }

  /** Compares the preflight of an operation, which is one call. */
  static void checkCall(ReferenceEvaluator.Answer expected, Preflight actual) {
    assertThat(actual.calls()).hasSize(1);
    Preflight.CallAnswer call = actual.calls().get(0);
    boolean isMissing = expected.reason().equals("missing-capability");
    assertThat(call.call()).isEqualTo(new Call.Known(expected.operation()));
    assertThat(call.reason().code()).isEqualTo(expected.reason());
    assertThat(texts(call.missing())).isEqualTo(isMissing ? expected.missing() : List.of());
    assertThat(actual.reason()).isEqualTo(call.reason());
    assertThat(texts(actual.enough())).isEqualTo(expected.enough());
  }

  static void check(ReferenceEvaluator.CommandAnswer expected, Preflight actual) {
    if (!expected.reason().equals(actual.reason().code())
        || !expected.enough().equals(texts(actual.enough()))
        || expected.calls().size() != actual.calls().size()) {
      assertThat(actual + " " + actual.calls() + " " + actual.enough())
          .isEqualTo(expected.reason() + " " + expected.calls() + " " + expected.enough());
    }
    for (int i = 0; i < expected.calls().size(); i++) {
      ReferenceEvaluator.CallAnswer call = expected.calls().get(i);
      Preflight.CallAnswer answer = actual.calls().get(i);
      if (!call.call().equals(answer.call())
          || !call.reason().equals(answer.reason().code())
          || !call.missing().equals(texts(answer.missing()))) {
        assertThat(answer.toString()).isEqualTo(call.toString());
      }
    }
  }

  private static Set<String> texts(Collection<Capability> capabilities) {
    return capabilities.stream().map(Capability::raw).collect(Collectors.toSet());
  }

  private static List<List<String>> texts(List<List<Capability>> missing) {
    return missing.stream().map(all -> all.stream().map(Capability::raw).toList()).toList();
  }
}
