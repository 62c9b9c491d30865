package dev.warder.engine;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The engine and the reference answer every vector of the specification as it says. */
class SpecVectors {
  @TestFactory
  List<DynamicNode> engine() throws Exception {
    return answeredBy(file -> new EngineAnswers(file)::answer);
  }

  @TestFactory
  List<DynamicNode> reference() throws Exception {
    return answeredBy(file -> new ReferenceAnswers(file)::answer);
  }

  /** The same once more, for mutation analysis, which does not see how dynamic tests end. */
  @Test
  void engine_allVectors_answeredAsTheySay() throws Exception {
    for (VectorFile file : VectorFile.all().values()) {
      EngineAnswers engine = new EngineAnswers(file);
      file.vectors().forEach(vector -> check(vector.expect(), engine.answer(vector)));
    }
  }

  /** Makes of a file what answers its vectors. */
  private interface Answering {
    Function<VectorFile.Vector, VectorFile.Answer> of(VectorFile file) throws Exception;
  }

  private static List<DynamicNode> answeredBy(Answering answering) throws Exception {
    List<DynamicNode> files = new ArrayList<>();
    for (Map.Entry<String, VectorFile> file : VectorFile.all().entrySet()) {
      Function<VectorFile.Vector, VectorFile.Answer> answers = answering.of(file.getValue());
      files.add(
          dynamicContainer(
              file.getKey(),
              file.getValue().vectors().stream()
                  .map(v -> dynamicTest(v.name(), () -> check(v.expect(), answers.apply(v))))));
    }
    return files;
  }

  /** Compares what the expectation names always, and what it may leave out where it stands. */
  static void check(VectorFile.Answer expected, VectorFile.Answer actual) {
    assertThat(actual.reason()).isEqualTo(expected.reason());
    assertThat(actual.operation()).isEqualTo(expected.operation());
    assertThat(actual.allow()).isEqualTo(expected.allow());
    assertThat(actual.command()).isEqualTo(expected.command());
    if (expected.missing() != null) {
      assertThat(actual.missing()).isEqualTo(expected.missing());
    }
    if (expected.enough() != null) {
      assertThat(actual.enough()).isEqualTo(expected.enough());
    }
    if (expected.calls() != null) {
      assertThat(actual.calls()).isEqualTo(expected.calls());
    }
  }

  @Test
  void vectors_everyReason_occurs() throws Exception {
    Set<String> reasons =
        VectorFile.all().values().stream()
            .flatMap(file -> file.vectors().stream())
            .map(vector -> vector.expect().reason())
            .collect(toSet());
    assertThat(reasons)
        .containsExactlyInAnyOrderElementsOf(Stream.of(Reason.values()).map(Reason::code).toList());
  }

  @Test
  void vectors_namesInOneFile_areUnique() throws Exception {
    for (VectorFile file : VectorFile.all().values()) {
      assertThat(file.vectors()).extracting(VectorFile.Vector::name).doesNotHaveDuplicates();
    }
  }

  @Test
  void parse_unknownMemberAnywhere_refused() throws Exception {
    String good =
        """
        {"format": 1, "title": "t", "catalogue": "control-api.yaml", "vectors": [
          {"name": "n", "anonymous": true, "method": "GET", "path": "/",
           "expect": {"reason": "malformed-request"}}]}
        """;
    assertThat(VectorFile.parse(good).vectors()).hasSize(1);
    for (String place : List.of("\"format\"", "\"name\"", "\"reason\"")) {
      assertThatThrownBy(() -> VectorFile.parse(good.replace(place, "\"x\": 1, " + place)))
          .isInstanceOf(JsonProcessingException.class)
          .hasMessageContaining("\"x\"");
    }
    assertThatThrownBy(() -> VectorFile.parse(good.replace("\"format\": 1", "\"format\": 2")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> VectorFile.parse(good.replace("\"path\"", "\"operation\"")))
        .hasRootCauseInstanceOf(IllegalArgumentException.class);
  }
}
