package dev.warder.servlet;

import static dev.warder.servlet.GuardedNotes.HOST;
import static dev.warder.servlet.GuardedNotes.HTTP;
import static dev.warder.servlet.GuardedNotes.in;
import static dev.warder.servlet.Notes.token;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The filter in real containers, by requests that are sent byte by byte. */
class WarderFilterTest {
  @ParameterizedTest
  @EnumSource(Container.class)
  void goodToken_reachesTheServletWithItsOutcome(Container container) throws Exception {
    in(
        container,
        UnaryOperator.identity(),
        (port, recorder) -> {
          RawAnswer answer =
              RawAnswer.to(port, "GET /v1/notes/n1?full=1" + HTTP, HOST, token("read:note"));
          assertThat(answer.status()).isEqualTo(200);
          assertThat(answer.body()).isEqualTo("notes REQUEST A get-note");
          assertThat(answer.field("RateLimit-Policy")).isPresent();
          assertThat(recorder.runs()).containsExactly("notes REQUEST");
        });
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void missingCapability_isAnsweredByTheFilter(Container container) throws Exception {
    in(
        container,
        UnaryOperator.identity(),
        (port, recorder) -> {
          RawAnswer answer =
              RawAnswer.to(port, "PUT /v1/notes/n1" + HTTP, HOST, token("read:note"));
          assertThat(answer.status()).isEqualTo(403);
          assertThat(answer.field("Content-Type")).hasValue("application/problem+json");
          assertThat(answer.body()).contains("\"enough\":[{\"capability\":\"write:note\"");
          assertThat(answer.field("WWW-Authenticate").orElseThrow()).contains("insufficient_scope");
          assertThat(recorder.runs()).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void denialOfHead_hasTheFieldsAndNoBody(Container container) throws Exception {
    in(
        container,
        UnaryOperator.identity(),
        (port, recorder) -> {
          RawAnswer answer = RawAnswer.to(port, "HEAD /v1/notes/n1" + HTTP, HOST);
          assertThat(answer.status()).isEqualTo(401);
          assertThat(answer.body()).isEmpty();
          assertThat(answer.field("WWW-Authenticate").orElseThrow()).startsWith("Bearer");
          assertThat(recorder.runs()).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void twoAuthorizationFields_areNoToken(Container container) throws Exception {
    in(
        container,
        UnaryOperator.identity(),
        (port, recorder) -> {
          String token = token("read:note");
          RawAnswer answer = RawAnswer.to(port, "GET /v1/notes/n1" + HTTP, HOST, token, token);
          assertThat(answer.status()).isEqualTo(401);
          assertThat(recorder.runs()).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void contextPath_isPartOfWhatIsJudged(Container container) throws Exception {
    in(
        container,
        "/v1",
        builder -> builder.exclude("/health"),
        (port, recorder) -> {
          String token = token("read:note");
          assertThat(RawAnswer.to(port, "GET /v1/notes/n1" + HTTP, HOST, token).body())
              .isEqualTo("rest REQUEST A get-note");
          assertThat(RawAnswer.to(port, "GET /v1/v1/notes/n1" + HTTP, HOST, token).status())
              .isEqualTo(404);
          assertThat(RawAnswer.to(port, "GET /v1/health" + HTTP, HOST).body())
              .isEqualTo("health REQUEST - -");
          assertThat(recorder.runs()).containsExactly("rest REQUEST", "health REQUEST");
        });
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void everyDispatch_isJudgedAndChargedOnce(Container container) throws Exception {
    in(
        container,
        UnaryOperator.identity(),
        (port, recorder) -> {
          String token = token("read:note");
          for (String how : new String[] {"forward", "include", "async", "error"}) {
            RawAnswer answer =
                RawAnswer.to(port, "GET /v1/notes/" + how + HTTP, HOST, token, "X-How: " + how);
            assertThat(answer.field("RateLimit").orElseThrow()).as(how).contains("r=");
          }
          RawAnswer last = RawAnswer.to(port, "GET /v1/notes/n1" + HTTP, HOST, token);
          assertThat(last.field("RateLimit").orElseThrow()).contains("r=995");
          assertThat(recorder.runs())
              .containsExactly(
                  "notes REQUEST",
                  "rest FORWARD",
                  "notes REQUEST",
                  "rest INCLUDE",
                  "notes REQUEST",
                  "rest ASYNC",
                  "notes REQUEST",
                  "rest ERROR",
                  "notes REQUEST");
        });
  }

  /** An application beside this one, with its own copy of the filter, marks requests alike. */
  @ParameterizedTest
  @EnumSource(Container.class)
  void markOfAnotherFilter_isNoJudgement(Container container) throws Exception {
    in(
        container,
        UnaryOperator.identity(),
        (port, recorder) -> {
          RawAnswer answer =
              RawAnswer.to(port, "GET /v1/notes/n1" + HTTP, HOST, "X-Marks: dev.warder.judged.");
          assertThat(answer.status()).isEqualTo(401);
          assertThat(recorder.runs()).isEmpty();
        });
  }
}
