package dev.warder.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServletMappingTest {
  @ParameterizedTest
  @CsvSource({
    "/a, /a, true",
    "/a, /a/, false",
    "/a, /ab, false",
    "/a/*, /a, true",
    "/a/*, /a/, true",
    "/a/*, /a/b/c, true",
    "/a/*, /ab, false",
    "*.css, /a/b.css, true",
    "*.css, /b.css/a, false",
    "*.css, /b.CSS, false",
    "*.css, /bcss, false",
  })
  void mapping_matchesAsContainersRead(String mapping, String path, boolean isMatched) {
    assertThat(ServletMapping.parse(mapping).matches(path)).isEqualTo(isMatched);
    assertThat(ServletMapping.parse(mapping)).hasToString(mapping);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "a/*", "/a*", "/*/a", "*", "*.", "*.a.b", "*.a/b", "/%61", "/a;b"})
  void noMapping_isRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServletMapping.parse(text))
        .withMessageStartingWith("no servlet mapping: " + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/*"})
  void mappingOfAllPaths_isRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ServletMapping.parse(text))
        .withMessage("the mapping " + text + " is of all paths, so nothing would be guarded");
  }

  @Test
  void prefix_isAboveTheLiteralsOfTemplates() {
    ServletMapping mapping = ServletMapping.parse("/v1/*");
    assertThat(mapping.isAbove("", "/v1/notes")).isTrue();
    assertThat(mapping.isAbove("", "/v1")).isTrue();
    assertThat(mapping.isAbove("", "/v10")).isFalse();
    assertThat(mapping.isAbove("", "")).isFalse();
    assertThat(mapping.isAbove("/app", "/app/v1/notes")).isTrue();
    assertThat(mapping.isAbove("/app", "/v1/notes")).isFalse();
    assertThat(ServletMapping.parse("/v1").isAbove("", "/v1")).isFalse();
  }
}
