package dev.warder.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Reason;
import dev.warder.gate.GateUnderTest;
import dev.warder.gate.GateVectorFile;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The vectors of {@code spec/gate-vectors} that HTTP can carry, by the filter in each container.
 */
class GateVectorsOverHttpTest {
  private static final List<String> FILES =
      List.of("outcomes.json", "public-requests.json", "preferred.json", "request-accounts.json");

  /** A request line has a token and a target without blanks (RFC 9112, section 3). */
  private static final Pattern METHOD = Pattern.compile("[A-Za-z0-9!#$%&'*+\\-.^_`|~]+");

  private static final Pattern TARGET = Pattern.compile("/[!-~]*");

  private final AtomicReference<WarderFilter> filter = new AtomicReference<>();
  private final AtomicInteger runs = new AtomicInteger();
  private final AtomicInteger own = new AtomicInteger();

  @AfterEach
  void forget() {
    filter.set(null);
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void vectors_areAnsweredAsTheySay(Container container) throws Exception {
    int asked = 0;
    try (Container.Running running = container.start("", this::register)) {
      for (String name : FILES) {
        GateVectorFile file = GateVectorFile.read(name);
        for (GateVectorFile.Vector vector : file.vectors()) {
          if (canBeCarried(vector)) {
            check(running.port(), file, vector);
            asked++;
          }
        }
      }
    }
    assertThat(asked - own.get()).isGreaterThan(200);
    if (container == Container.TOMCAT) {
      assertThat(own.get()).isZero();
    }
  }

  private void register(ServletContext context) {
    Filter current = (request, response, chain) -> filter.get().doFilter(request, response, chain);
    context
        .addFilter("current", current)
        .addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
    context.addServlet("api", new Api()).addMapping("/");
  }

  private static boolean canBeCarried(GateVectorFile.Vector vector) {
    return METHOD.matcher(vector.method()).matches()
        && TARGET.matcher(vector.target()).matches()
        && (vector.requestAccount() == null
            || vector.requestAccount().equals(vector.requestAccount().strip()));
  }

  private void check(int port, GateVectorFile file, GateVectorFile.Vector vector) throws Exception {
    try (GateUnderTest tested = new GateUnderTest(file, vector)) {
      filter.set(
          WarderFilter.builder(tested.gate())
              .trustedNetworks(ForwardedField.X_FORWARDED_FOR, "127.0.0.0/8")
              .requestAccountFromHeader("X-Account")
              .build());
      runs.set(0);
      RawAnswer answer =
          RawAnswer.to(
              port,
              vector.method() + " " + vector.target() + " HTTP/1.1",
              fields(tested, vector).toArray(String[]::new));
      check(answer, vector, tested.gate().engine());
    }
  }

  private static List<String> fields(GateUnderTest tested, GateVectorFile.Vector vector) {
    List<String> fields = new ArrayList<>();
    fields.add("Host: api.example.com");
    fields.add("X-Forwarded-For: " + GateUnderTest.CLIENT);
    String authorization = tested.authorization();
    if (authorization != null) {
      fields.add("Authorization: " + authorization);
    }
    if (vector.requestAccount() != null) {
      fields.add("X-Account: " + vector.requestAccount());
    }
    return fields;
  }

  private void check(RawAnswer answer, GateVectorFile.Vector vector, PolicyEngine engine) {
    if (isOfTheContainer(answer) && isMalformed(engine, vector)) {
      assertThat(runs.get()).as(vector.name()).isZero();
      own.incrementAndGet();
      return;
    }
    JsonNode expect = vector.expect();
    assertThat(answer.status()).as(vector.name()).isEqualTo(expect.path("status").intValue());
    boolean isAllowed = answer.status() == 200;
    assertThat(runs.get()).as(vector.name()).isEqualTo(isAllowed ? 1 : 0);
    for (Map.Entry<String, JsonNode> field : expect.path("headers").properties()) {
      assertThat(answer.field(field.getKey()))
          .as(vector.name() + ": " + field.getKey())
          .hasValue(field.getValue().textValue());
    }
    if (!vector.method().equals("HEAD")) {
      assertThat(answer.body())
          .as(vector.name())
          .isEqualTo(
              isAllowed
                  ? "ran"
                  : expect
                      .path("body")
                      .toString()
                      .replace("FINGERPRINT", engine.catalogue().fingerprint()));
    }
  }

  /** Jetty refuses some paths before any filter, with a page of its own. */
  private static boolean isOfTheContainer(RawAnswer answer) {
    return answer.status() == 400
        && answer.field("Content-Type").orElse("").startsWith("text/html");
  }

  private static boolean isMalformed(PolicyEngine engine, GateVectorFile.Vector vector) {
    return engine
        .match(vector.method(), vector.target().replaceFirst("[?].*", ""))
        .refusal()
        .filter(decision -> decision.reason() == Reason.MALFORMED_REQUEST)
        .isPresent();
  }

  /** What is guarded. */
  private final class Api extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      runs.incrementAndGet();
      response.getWriter().write("ran");
    }
  }
}
