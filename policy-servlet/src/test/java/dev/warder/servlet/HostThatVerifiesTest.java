package dev.warder.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warder.gate.Gate;
import dev.warder.gate.Outcome;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A host that verifies tokens before the filter, and asks it ahead. */
class HostThatVerifiesTest {
  private static final String HOST = "Host: api.example.com";
  private static final String HTTP = " HTTP/1.1";
  private static final CorsPolicy POLICY =
      new CorsPolicy(
          Set.of("https://app.example.com"), Set.of("GET"), Set.of(), Duration.ofMinutes(1));

  /** Asks twice before the filter, and leaves all else to it. */
  private static final class Framework extends HttpFilter {
    private static final long serialVersionUID = 1;

    private final transient WarderFilter filter;

    Framework(WarderFilter filter) {
      this.filter = filter;
    }

    @Override
    protected void doFilter(
        HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws IOException, ServletException {
      Optional<Outcome> outcome = filter.judge(request);
      assertThat(filter.judge(request)).isEqualTo(outcome);
      chain.doFilter(new Changed(request), response);
    }
  }

  /** A request whose method and path are those of its fields, where it has them. */
  private static final class Changed extends HttpServletRequestWrapper {
    Changed(HttpServletRequest request) {
      super(request);
    }

    private String field(String name, String otherwise) {
      String value = getHeader(name);
      return value == null || getDispatcherType() != DispatcherType.REQUEST ? otherwise : value;
    }

    @Override
    public String getMethod() {
      return field("X-Method", super.getMethod());
    }

    @Override
    public String getRequestURI() {
      return field("X-Path", super.getRequestURI());
    }
  }

  /** Returns the claims of what {@code X-Verified} holds: a token that a host has verified. */
  private static @Nullable Map<String, Object> claims(HttpServletRequest request) {
    String token = request.getHeader("X-Verified");
    try {
      return token == null
          ? null
          : new ObjectMapper()
              .readValue(
                  Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]),
                  new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private interface Asking {
    void ask(int port, Recorder recorder) throws Exception;
  }

  private static void in(Container container, Asking asking) throws Exception {
    Recorder recorder = new Recorder();
    try (Gate gate = Notes.gate().build();
        Container.Running running =
            container.start(
                "",
                context -> {
                  WarderFilter filter =
                      WarderFilter.builder(gate)
                          .exclude("/health")
                          .cors(POLICY)
                          .claimsVerifiedElsewhere(HostThatVerifiesTest::claims)
                          .build();
                  Framework framework = new Framework(filter);
                  FilterRegistration.Dynamic added = context.addFilter("framework", framework);
                  added.setAsyncSupported(true);
                  added.addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
                  filter.registerIn(context);
                  recorder.registerIn(context);
                })) {
      asking.ask(running.port(), recorder);
    }
  }

  private static String verified(String... capabilities) {
    return "X-Verified: " + Notes.tokenOf("A", capabilities).replace("Authorization: Bearer ", "");
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void claims_areJudgedAndChargedOnce(Container container) throws Exception {
    in(
        container,
        (port, recorder) -> {
          for (int i = 0; i < 2; i++) {
            RawAnswer answer =
                RawAnswer.to(port, "GET /v1/notes/n1" + HTTP, HOST, verified("read:note"));
            assertThat(answer.body()).isEqualTo("notes REQUEST A get-note");
          }
          RawAnswer denied =
              RawAnswer.to(port, "PUT /v1/notes/n1" + HTTP, HOST, verified("read:note"));
          assertThat(denied.status()).isEqualTo(403);
          assertThat(denied.body()).contains("\"enough\":[{\"capability\":\"write:note\"");
          assertThat(denied.field("RateLimit").orElseThrow()).contains("r=997");
          assertThat(recorder.runs()).containsExactly("notes REQUEST", "notes REQUEST");
        });
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void withoutClaims_theFieldIsJudged(Container container) throws Exception {
    in(
        container,
        (port, recorder) -> {
          assertThat(RawAnswer.to(port, "GET /v1/notes/n1" + HTTP, HOST).status()).isEqualTo(401);
          assertThat(
                  RawAnswer.to(port, "GET /v1/notes/n1" + HTTP, HOST, "Authorization: Bearer x")
                      .status())
              .isEqualTo(401);
          assertThat(
                  RawAnswer.to(
                          port, "GET /v1/notes/n1" + HTTP, HOST, Notes.tokenOf("A", "read:note"))
                      .status())
              .isEqualTo(200);
          assertThat(recorder.runs()).containsExactly("notes REQUEST");
        });
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void excluded_hasNoOutcome(Container container) throws Exception {
    in(
        container,
        (port, recorder) -> {
          assertThat(RawAnswer.to(port, "GET /health" + HTTP, HOST).body())
              .isEqualTo("health REQUEST - -");
          assertThat(RawAnswer.to(port, "GET /health/x" + HTTP, HOST).status()).isEqualTo(401);
        });
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void preflight_hasNoOutcomeAndIsAnswered(Container container) throws Exception {
    in(
        container,
        (port, recorder) -> {
          String[] ahead = {
            HOST, "Origin: https://app.example.com", "Access-Control-Request-Method: GET"
          };
          assertThat(RawAnswer.to(port, "OPTIONS /v1/notes/n1" + HTTP, ahead).status())
              .isEqualTo(204);
          assertThat(RawAnswer.to(port, "OPTIONS /v1/./notes" + HTTP, ahead).status())
              .isEqualTo(400);
          assertThat(recorder.runs()).isEmpty();
        });
  }

  /** The outcome of the one is not the outcome of the other. */
  @ParameterizedTest
  @EnumSource(Container.class)
  void changedAfterTheHostAsked_isJudgedAnew(Container container) throws Exception {
    in(
        container,
        (port, recorder) -> {
          String token = verified("read:note");
          String path = "GET /v1/notes/n1" + HTTP;
          assertThat(RawAnswer.to(port, path, HOST, token, "X-Method: PUT").status())
              .isEqualTo(403);
          assertThat(RawAnswer.to(port, path, HOST, token, "X-Path: /v1/notes/n2").status())
              .isEqualTo(400);
          assertThat(recorder.runs()).isEmpty();
          assertThat(RawAnswer.to(port, path, HOST, token, "X-Method: GET").status())
              .isEqualTo(200);
        });
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void laterDispatch_goesOnWithTheFirstOutcome(Container container) throws Exception {
    in(
        container,
        (port, recorder) -> {
          String token = verified("read:note");
          for (String how : new String[] {"forward", "include", "async", "error"}) {
            RawAnswer.to(port, "GET /v1/notes/" + how + HTTP, HOST, token, "X-How: " + how);
          }
          assertThat(recorder.runs())
              .containsExactly(
                  "notes REQUEST",
                  "rest FORWARD",
                  "notes REQUEST",
                  "rest INCLUDE",
                  "notes REQUEST",
                  "rest ASYNC",
                  "notes REQUEST",
                  "rest ERROR");
        });
  }
}
