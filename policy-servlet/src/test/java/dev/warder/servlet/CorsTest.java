package dev.warder.servlet;

import static dev.warder.servlet.GuardedNotes.HOST;
import static dev.warder.servlet.GuardedNotes.HTTP;
import static dev.warder.servlet.GuardedNotes.in;
import static dev.warder.servlet.Notes.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ObjectArrays;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pages of other origins: what they may ask, and that no servlet runs for a preflight. */
class CorsTest {
  private static final CorsPolicy POLICY =
      new CorsPolicy(
          Set.of("https://app.example.com"),
          new LinkedHashSet<>(List.of("GET", "PUT")),
          Set.of("Authorization"),
          Duration.ofMinutes(10));

  private static final String PAGE = "Origin: https://app.example.com";
  private static final String ASKS_PUT = "Access-Control-Request-Method: PUT";

  @ParameterizedTest
  @EnumSource(Container.class)
  void preflight_isAnsweredByThePolicy(Container container) throws Exception {
    in(
        container,
        builder -> builder.cors(POLICY),
        (port, recorder) -> {
          RawAnswer answer =
              RawAnswer.to(
                  port,
                  "OPTIONS /v1/notes/n1" + HTTP,
                  HOST,
                  PAGE,
                  ASKS_PUT,
                  "Access-Control-Request-Headers: authorization");
          assertThat(answer.status()).isEqualTo(204);
          assertThat(answer.field("Access-Control-Allow-Origin"))
              .hasValue("https://app.example.com");
          assertThat(answer.field("Access-Control-Allow-Methods")).hasValue("GET, PUT");
          assertThat(answer.field("Access-Control-Allow-Headers")).hasValue("Authorization");
          assertThat(answer.field("Access-Control-Max-Age")).hasValue("600");
          assertThat(answer.field("Vary").orElseThrow()).contains("Origin");
          assertThat(recorder.runs()).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void preflightOutsideOfThePolicy_isRefused(Container container) throws Exception {
    in(
        container,
        builder -> builder.cors(POLICY),
        (port, recorder) -> {
          String line = "OPTIONS /v1/notes/n1" + HTTP;
          String[][] refused = {
            {"Origin: https://evil.example.com", ASKS_PUT},
            {"Origin: null", ASKS_PUT},
            {PAGE, "Access-Control-Request-Method: DELETE"},
            {PAGE, PAGE, ASKS_PUT},
            {PAGE, ASKS_PUT, "Access-Control-Request-Headers: authorization, x-other"},
          };
          for (String[] fields : refused) {
            RawAnswer answer = RawAnswer.to(port, line, fields(fields));
            assertThat(answer.status()).as(String.join(", ", fields)).isEqualTo(403);
            assertThat(answer.field("Access-Control-Allow-Origin")).isEmpty();
          }
          assertThat(recorder.runs()).isEmpty();
        });
  }

  private static String[] fields(String... more) {
    return ObjectArrays.concat(HOST, more);
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void preflightWhereTheCatalogueHasOptionsOrThePathIsNotCanonical_isJudged(Container container)
      throws Exception {
    in(
        container,
        builder -> builder.cors(POLICY),
        (port, recorder) -> {
          for (String path : new String[] {"/v1/options", "/v1//notes", "/v1/notes/%2e%2e"}) {
            RawAnswer answer = RawAnswer.to(port, "OPTIONS " + path + HTTP, HOST, PAGE, ASKS_PUT);
            assertThat(answer.status()).as(path).isBetween(400, 401);
          }
          assertThat(recorder.runs()).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void preflightWithoutCors_isJudged(Container container) throws Exception {
    in(
        container,
        UnaryOperator.identity(),
        (port, recorder) -> {
          RawAnswer answer =
              RawAnswer.to(port, "OPTIONS /v1/notes/n1" + HTTP, HOST, PAGE, ASKS_PUT);
          assertThat(answer.status()).isEqualTo(401);
          assertThat(recorder.runs()).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void page_canReadAnswersAndDenials(Container container) throws Exception {
    in(
        container,
        builder -> builder.cors(POLICY),
        (port, recorder) -> {
          String line = "GET /v1/notes/n1" + HTTP;
          RawAnswer allowed = RawAnswer.to(port, line, HOST, PAGE, token("read:note"));
          assertThat(allowed.status()).isEqualTo(200);
          RawAnswer denied = RawAnswer.to(port, line, HOST, PAGE);
          assertThat(denied.status()).isEqualTo(401);
          for (RawAnswer answer : new RawAnswer[] {allowed, denied}) {
            assertThat(answer.field("Access-Control-Allow-Origin"))
                .hasValue("https://app.example.com");
            assertThat(answer.field("Access-Control-Expose-Headers").orElseThrow())
                .contains("RateLimit");
          }
          RawAnswer other = RawAnswer.to(port, line, HOST, "Origin: https://evil.example.com");
          assertThat(other.field("Access-Control-Allow-Origin")).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void namedHandler_runsBeforeTheGateAndNoServletBehindAPreflight(Container container)
      throws Exception {
    in(
        container,
        builder ->
            builder.corsHandler(
                (request, response, chain) -> {
                  HttpServletResponse answer = (HttpServletResponse) response;
                  answer.setHeader("X-Handler", "ran");
                  String origin = ((HttpServletRequest) request).getHeader("Origin");
                  if (!"https://app.example.com".equals(origin)) {
                    chain.doFilter(request, response);
                  } else if (((HttpServletRequest) request).getMethod().equals("OPTIONS")) {
                    answer.setStatus(200);
                  } else {
                    chain.doFilter(request, response);
                  }
                }),
        (port, recorder) -> {
          String line = "OPTIONS /v1/notes/n1" + HTTP;
          assertThat(RawAnswer.to(port, line, HOST, PAGE, ASKS_PUT).status()).isEqualTo(200);
          RawAnswer passedOn = RawAnswer.to(port, line, HOST, "Origin: https://x", ASKS_PUT);
          assertThat(passedOn.status()).isEqualTo(403);
          assertThat(recorder.runs()).isEmpty();
          RawAnswer denied = RawAnswer.to(port, "GET /v1/notes/n1" + HTTP, HOST, PAGE);
          assertThat(denied.status()).isEqualTo(401);
          assertThat(denied.field("X-Handler")).hasValue("ran");
          RawAnswer good =
              RawAnswer.to(port, "GET /v1/notes/n1" + HTTP, HOST, PAGE, token("read:note"));
          assertThat(good.body()).isEqualTo("notes REQUEST A get-note");
        });
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void whatTheNamedHandlerPassesOn_isJudged(Container container) throws Exception {
    in(
        container,
        builder ->
            builder.corsHandler(
                (request, response, chain) ->
                    chain.doFilter(new Put((HttpServletRequest) request), response)),
        (port, recorder) -> {
          String line = "GET /v1/notes/n1" + HTTP;
          assertThat(RawAnswer.to(port, line, HOST, token("read:note")).status()).isEqualTo(403);
          assertThat(recorder.runs()).isEmpty();
          assertThat(RawAnswer.to(port, line, HOST, token("write:note")).body())
              .isEqualTo("notes REQUEST A put-note");
        });
  }

  /** A request that was made another by the handler. */
  private static final class Put extends HttpServletRequestWrapper {
    Put(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return "PUT";
    }
  }
}
