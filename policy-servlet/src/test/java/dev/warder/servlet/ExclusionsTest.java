package dev.warder.servlet;

import static dev.warder.servlet.GuardedNotes.HOST;
import static dev.warder.servlet.GuardedNotes.HTTP;
import static dev.warder.servlet.GuardedNotes.in;
import static dev.warder.servlet.Notes.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import dev.warder.gate.Gate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing that is excluded leads to an operation of the catalogue. */
class ExclusionsTest {
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
  void eachDispatchFromAnExcludedPath_isJudged(Container container) throws Exception {
    in(
        container,
        builder -> builder.exclude("/health"),
        (port, recorder) -> {
          String line = "GET /health" + HTTP;
          String how = "X-How: includes";
          String to = "X-To: /v1/status /v1/notes/n1 /v1/notes/n1";
          assertThat(RawAnswer.to(port, line, HOST, how, to).status()).isEqualTo(200);
          assertThat(recorder.runs()).containsExactly("health REQUEST", "rest INCLUDE");
          RawAnswer.to(port, line, HOST, token("read:note"), how, to);
          assertThat(recorder.runs().subList(2, recorder.runs().size()))
              .containsExactly("health REQUEST", "rest INCLUDE", "notes INCLUDE", "notes INCLUDE");
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

  @ParameterizedTest
  @EnumSource(Container.class)
  void exclusionOfOperations_failsTheStart(Container container) {
    assertThatThrownBy(
            () ->
                in(
                    container,
                    builder -> builder.exclude("/health", "/v1/notes/*"),
                    (port, recorder) -> {}))
        .isInstanceOf(Exception.class);
  }

  @Test
  void exclusionOfOperations_isNamedWithOneOfThem() {
    Exclusions exclusions =
        new Exclusions(
            ImmutableList.of(ServletMapping.parse("/health"), ServletMapping.parse("/v1/*")));
    try (Gate gate = Notes.gate().build()) {
      assertThatThrownBy(() -> exclusions.check(gate.engine(), ""))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "the exclusion /v1/* is of the operation list-notes (GET /v1/notes); exclude paths of"
                  + " no operation");
      exclusions.check(gate.engine(), "/app");
    }
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void exclusionThatALaterCatalogueHasOperationsIn_isVoid(Container container) throws Exception {
    Gate gate = Notes.gate().build();
    in(
        container,
        gate,
        builder -> builder.exclude("/v2/*"),
        (port, recorder) -> {
          String line = "GET /v2/anything" + HTTP;
          assertThat(RawAnswer.to(port, line, HOST).body()).isEqualTo("rest REQUEST - -");
          gate.replaceCatalogue(Notes.catalogue("later.yaml"));
          assertThat(RawAnswer.to(port, line, HOST).status()).isEqualTo(401);
          assertThat(recorder.runs()).containsExactly("rest REQUEST");
        });
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void pathThatAFilterBeforeHasChanged_isRefused(Container container) throws Exception {
    in(
        container,
        Notes.gate().build(),
        builder -> builder.exclude("/health"),
        (port, recorder) -> {
          for (String path : new String[] {"/v1/notes/n1", "/health"}) {
            assertThat(
                    RawAnswer.to(
                            port,
                            "GET /v1/notes/n1" + HTTP,
                            HOST,
                            token("read:note"),
                            "X-Rewritten: " + path)
                        .status())
                .as(path)
                .isEqualTo(path.equals("/v1/notes/n1") ? 200 : 400);
          }
        });
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void pathThatAFilterBeforeHasChangedAsDecodedOnly_isRefused(Container container)
      throws Exception {
    in(
        container,
        builder -> builder.exclude("/health"),
        (port, recorder) -> {
          String line = "GET /v1/notes/n1" + HTTP;
          String token = token("read:note");
          assertThat(RawAnswer.to(port, line, HOST, token, "X-Decoded: /v1/notes/n2").status())
              .isEqualTo(400);
          assertThat(RawAnswer.to(port, line, HOST, token, "X-Decoded: /v1/notes/n1").status())
              .isEqualTo(200);
        });
  }
}
