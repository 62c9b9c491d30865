package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shortest wrong uses of the builders do not compile, and the right ones beside them do. */
class WrongUseTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "o.requiresAll(\"a\");",
        "o.requiresAll(\"a\", \"b\");",
        "o.requires(Requires.all(\"a\", \"b\"));",
        "o.requires(Requires.any(Requires.all(\"a\"), Requires.all(\"b\", \"c\")));",
        "o.requires(Requires.PUBLIC);",
        "c.condition(\"n\", \"in words\", \"a\");",
        "c.condition(\"n\", \"in words\", \"a\", \"b\");",
      })
  void rightUse_compiles(String statement) {
    assertThat(WrongUse.errors(statement)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "o.requires();",
        "o.requires(\"a\", \"b\");",
        "o.requiresAll();",
        "o.requires(Requires.all());",
        "o.requires(Requires.any());",
        "o.requires(Requires.any(Requires.PUBLIC));",
        "o.requires(Requires.any(Requires.any(Requires.all(\"a\"))));",
        "c.condition(\"n\", \"in words\");",
        "c.when(\"n\", \"in words\", \"a\");",
      })
  void wrongUse_doesNotCompile(String statement) {
    assertThat(WrongUse.errors(statement)).hasSize(1);
  }
}
