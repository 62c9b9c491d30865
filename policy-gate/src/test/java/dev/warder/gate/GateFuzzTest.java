package dev.warder.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warder.gate.revocation.RevocationSet;
import dev.warder.model.Limits;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a request is made of, there is an outcome, and what is answered are fields of printable
 * ASCII and one JSON object. The input is cut at line feeds into field, method, target and client;
 * an empty field stands for none, an {@code *} in the field for a good token.
 */
class GateFuzzTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String GOOD = SignedToken.of("t-1", "A", "read:note").bearer();
  private static final Gate GATE =
      Gate.builder()
          .catalogue(Notes.catalogue(), Notes.OWNERS)
          .tokens(SignedToken.verifier())
          .revocations(RevocationSet.create(new MutableClock(), new SecureRandom()))
          .limits(Limits.NONE)
          .clock(new MutableClock())
          .build();

  static Stream<byte[]> seeds() {
    return Stream.concat(
            GateVectorFile.read("outcomes.json").vectors().stream()
                .map(
                    vector ->
                        (vector.token() == null
                                    ? vector.authorization() == null ? "" : vector.authorization()
                                    : "*")
                                .replace('\n', ' ')
                            + "\n"
                            + vector.method().replace('\n', ' ')
                            + "\n"
                            + vector.target()
                            + "\n192.0.2.7"),
            Stream.of(
                "",
                "Bearer \nGET\n/v1/status?a\n2001:db8::1%eth0",
                "bearer  x.y.z\nPUT\n*\nunix:",
                "*\nGET\nhttp://h/v1/notes/n1\n[::1]",
                "*\nGET\n/v1/notes/n1#f\n::ffff:192.0.2.7"))
        .map(text -> text.getBytes(UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest
  void authorize_anyRequest_outcomeThatIsSafeToSend(byte[] bytes) throws JsonProcessingException {
    String[] parts = new String(bytes, UTF_8).split("\n", 4);
    String field = parts[0].replace("*", GOOD);
    Outcome outcome =
        GATE.authorize(
            Asked.request(
                field.isEmpty() ? null : field,
                parts.length > 1 ? parts[1] : "GET",
                parts.length > 2 ? parts[2] : "/v1/status",
                parts.length > 3 && !parts[3].isEmpty() ? parts[3] : "c"));
    assertThat(outcome.failure()).isEmpty();
    outcome
        .headers()
        .forEach((name, value) -> assertThat(name + value).as(name).matches("[\\x20-\\x7e]*"));
    if (outcome.isAllowed()) {
      assertThat(outcome.body()).isEmpty();
      assertThat(parts.length > 2 ? parts[2] : "/v1/status").startsWith("/v1/");
    } else {
      JsonNode body = JSON.readTree(outcome.body());
      assertThat(body.path("status").intValue()).isEqualTo(outcome.status());
    }
    if (outcome.token().isEmpty()) {
      assertThat(outcome.body() + outcome.headers()).doesNotContain("note\"", "/v1");
    }
  }
}
