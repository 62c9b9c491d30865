package dev.warder.servlet;

import static dev.warder.servlet.GuardedNotes.HOST;
import static dev.warder.servlet.GuardedNotes.HTTP;
import static dev.warder.servlet.GuardedNotes.in;
import static dev.warder.servlet.Notes.token;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing that is excluded leads to an operation of the catalogue. */
class ExclusionsTest {
  @ParameterizedTest
  @EnumSource(Container.class)
  void excludedPath_isNotJudged(Container container) throws Exception {
    in(
        container,
        builder -> builder.exclude("/health", "/assets/*", "*.css"),
        (port, recorder) -> {
          assertThat(RawAnswer.to(port, "GET /health" + HTTP, HOST).body())
              .isEqualTo("health REQUEST - -");
          assertThat(RawAnswer.to(port, "GET /assets/a/b" + HTTP, HOST).body())
              .isEqualTo("assets REQUEST - -");
          assertThat(RawAnswer.to(port, "GET /style.css" + HTTP, HOST).body())
              .isEqualTo("rest REQUEST - -");
        });
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void pathThatOneReadingAloneExcludes_isRefused(Container container) throws Exception {
    in(
        container,
        builder -> builder.exclude("/health", "/assets/*", "*.css", "/v1/notes/*"),
        (port, recorder) -> {
          for (String path :
              new String[] {
                "/%68ealth",
                "/health;a=b",
                "//health",
                "/./health",
                "/assets/../v1/notes/n1",
                "/assets/..;/v1/notes/n1",
                "/assets/%2e%2e/v1/notes/n1",
                "/assets/%c3%a9",
                "/v1/notes/n1.css",
                "/v1/notes/n1",
                "/v1/notes/n1;x.css",
                "/%761/notes/n1"
              }) {
            assertThat(RawAnswer.to(port, "GET " + path + HTTP, HOST).status())
                .as(path)
                .isBetween(400, 499);
          }
          assertThat(recorder.runs()).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void dispatchFromAnExcludedPathToAGuardedOne_isJudged(Container container) throws Exception {
    in(
        container,
        builder -> builder.exclude("/health"),
        (port, recorder) -> {
          for (String how : new String[] {"forward", "include", "async"}) {
            RawAnswer answer =
                RawAnswer.to(
                    port, "GET /health" + HTTP, HOST, "X-How: " + how, "X-To: /v1/notes/n1");
            assertThat(answer.body()).as(how).doesNotContain("notes");
          }
          RawAnswer good =
              RawAnswer.to(
                  port,
                  "GET /health" + HTTP,
                  HOST,
                  token("read:note"),
                  "X-How: forward",
                  "X-To: /v1/notes/n1");
          assertThat(good.body()).isEqualTo("notes FORWARD A get-note");
        });
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void errorOfAnExcludedPath_isShown(Container container) throws Exception {
    in(
        container,
        builder -> builder.exclude("/health"),
        (port, recorder) -> {
          RawAnswer answer = RawAnswer.to(port, "GET /health" + HTTP, HOST, "X-How: error");
          assertThat(answer.status()).isEqualTo(410);
          assertThat(recorder.runs()).containsExactly("health REQUEST", "rest ERROR");
        });
  }
}
