package dev.warder.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Reason;
import dev.warder.gate.Gate;
import dev.warder.gate.GateUnderTest;
import dev.warder.gate.GateVectorFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The vectors of {@code spec/gate-vectors} that HTTP can carry, for what answers them. */
public final class HttpGateVectors {
  /** The field that names the account of a request. */
  public static final String ACCOUNT_FIELD = "X-Account";

  /** Where the proxies are that name the client in {@code X-Forwarded-For}. */
  public static final String PROXIES = "127.0.0.0/8";

  private static final List<String> FILES =
      List.of("outcomes.json", "public-requests.json", "preferred.json", "request-accounts.json");

  /** A request line has a token and a target without blanks (RFC 9112, section 3). */
  private static final Pattern METHOD = Pattern.compile("[A-Za-z0-9!#$%&'*+\\-.^_`|~]+");

  private static final Pattern TARGET = Pattern.compile("/[!-~]*");

  private final int port;
  private final Consumer<Gate> judge;
  private final AtomicInteger runs;
  private int asked;
  private int own;

  /**
   * Takes the port of a server.
   *
   * @param judge makes a gate the one that judges there
   * @param runs counts the handlers that run there, each of which writes {@code ran}
   */
  public HttpGateVectors(int port, Consumer<Gate> judge, AtomicInteger runs) {
    this.port = port;
    this.judge = judge;
    this.runs = runs;
  }

  /** Asks all of them. */
  public void ask() throws Exception {
    for (String name : FILES) {
      GateVectorFile file = GateVectorFile.read(name);
      for (GateVectorFile.Vector vector : file.vectors()) {
        if (canBeCarried(vector)) {
          check(file, vector);
          asked++;
        }
      }
    }
  }

  /** Returns how many were answered as they say. */
  public int answered() {
    return asked - own;
  }

  /** Returns how many malformed requests the container refused before any filter. */
  public int refusedByTheContainer() {
    return own;
  }

  private static boolean canBeCarried(GateVectorFile.Vector vector) {
    return METHOD.matcher(vector.method()).matches()
        && TARGET.matcher(vector.target()).matches()
        && (vector.requestAccount() == null
            || vector.requestAccount().equals(vector.requestAccount().strip()));
  }

  private void check(GateVectorFile file, GateVectorFile.Vector vector) throws Exception {
    try (GateUnderTest tested = new GateUnderTest(file, vector)) {
      judge.accept(tested.gate());
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
      fields.add(ACCOUNT_FIELD + ": " + vector.requestAccount());
    }
    return fields;
  }

  private void check(RawAnswer answer, GateVectorFile.Vector vector, PolicyEngine engine) {
    if (isOfTheContainer(answer) && isMalformed(engine, vector)) {
      assertThat(runs.get()).as(vector.name()).isZero();
      own++;
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
}
