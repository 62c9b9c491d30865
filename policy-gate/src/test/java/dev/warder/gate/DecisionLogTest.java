package dev.warder.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.gate.revocation.RevocationSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecisionLogTest {
  private final MutableClock clock = new MutableClock();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  private Gate gate(DecisionLog log) {
    return builder(log).build(() -> 0, new Random(7));
  }

  private GateBuilder builder(DecisionLog log) {
    return Gate.builder()
        .catalogue(Notes.unlimited(), Notes.OWNERS)
        .tokens(SignedToken.verifier())
        .revocations(RevocationSet.create(clock, new Random(1)))
        .clock(clock)
        .listener(log);
  }

  /** Returns what was written, with the id of the run left out. */
  private List<String> lines() {
    return written
        .toString(UTF_8)
        .lines()
        .map(line -> line.replaceFirst("\"id\":\"[0-9a-f]{16}-", "\"id\":\"RUN-"))
        .map(line -> line.replace(Notes.unlimited().fingerprint(), "FINGERPRINT"))
        .toList();
  }

  @Test
  void line_ofEachKind_saysWhatThereIsAndNoMore() {
    Gate gate = gate(DecisionLog.to(written));
    String bearer = SignedToken.of("t-1", "A", "read:note").bearer();
    gate.authorize(bearer, "GET", "/v1/notes/n1?secret=1", "192.0.2.7");
    gate.authorize(bearer, "PUT", "/v1/notes/n1", "192.0.2.7");
    gate.authorize("Bearer a.b", "GET", "/v1/notes/n1", "192.0.2.7");
    gate.authorize(null, "G\"\n\u202e", "//", "192.0.2.7");
    gate.authorize(null, "M".repeat(32), "/v1/status", "192.0.2.7");
    gate.authorize(null, "M".repeat(33), "/v1/status", "192.0.2.7");
    gate.close();
    String head =
        "{\"format\":1,\"id\":\"RUN-%d\",\"time\":\"2023-11-14T22:13:20Z\",\"nanoseconds\":0,"
            + "\"fingerprint\":\"FINGERPRINT\",";
    String tail = ",\"issuer\":\"https://tokens.example.com\",\"token\":\"t-1\",\"account\":\"A\"}";
    assertThat(lines())
        .containsExactly(
            head.formatted(1)
                + "\"allowed\":true,\"reason\":\"allowed\",\"method\":\"GET\",\"operation\":\"get-note\""
                + tail,
            head.formatted(2)
                + "\"allowed\":false,\"reason\":\"missing-capability\",\"method\":\"PUT\","
                + "\"operation\":\"put-note\""
                + tail,
            head.formatted(3)
                + "\"allowed\":false,\"reason\":\"invalid-token\",\"fault\":\"not-compact\","
                + "\"method\":\"GET\"}",
            head.formatted(4)
                + "\"allowed\":false,\"reason\":\"malformed-request\",\"method\":\"G\\\"\\n\\u202E\"}",
            head.formatted(5)
                + "\"allowed\":false,\"reason\":\"missing-token\",\"method\":\""
                + "M".repeat(32)
                + "\"}",
            head.formatted(6) + "\"allowed\":false,\"reason\":\"missing-token\"}");
  }

  @Test
  void line_failure_namesItsClassAlone() {
    Gate gate =
        builder(DecisionLog.to(written))
            .rateLimits(new FailingLimits(new IllegalStateException("s3cret")))
            .build(() -> 0, new Random(7));
    gate.authorize(null, "GET", "/v1/status", "c");
    gate.close();
    assertThat(lines())
        .singleElement()
        .asString()
        .contains("\"reason\":\"unavailable\",\"failure\":\"java.lang.IllegalStateException\"")
        .doesNotContain("s3cret");
  }

  @Test
  void line_afterDrops_saysHowManyAreMissing() throws Exception {
    DecisionLog log = DecisionLog.to(written);
    Outcome outcome = gate(log).authorize(null, "GET", "/v1/status", "c");
    written.reset();
    for (long dropped : new long[] {0, 3, 3, 4}) {
      log.decided(new DecisionEvent(0, 1, 0, 0, dropped, "GET", outcome));
    }
    assertThat(lines()).hasSize(4);
    assertThat(lines().get(0)).doesNotContain("dropped");
    assertThat(lines().get(1)).endsWith(",\"dropped\":3}");
    assertThat(lines().get(2)).doesNotContain("dropped");
    assertThat(lines().get(3)).endsWith(",\"dropped\":1}");
  }

  @Test
  void stream_fails_linesAreCountedAndLaterOnesTried() {
    OutputStream failingOnce =
        new OutputStream() {
          private boolean hasFailed;

          @Override
          public void write(int b) {
            throw new AssertionError();
          }

          @Override
          public void write(byte[] bytes) throws IOException {
            if (!hasFailed) {
              hasFailed = true;
              throw new IOException("disk full");
            }
            written.write(bytes);
          }
        };
    DecisionLog log = DecisionLog.to(failingOnce);
    Gate gate = gate(log);
    gate.authorize(null, "GET", "/v1/status", "c");
    gate.authorize(null, "GET", "/v1/status", "c");
    gate.close();
    assertThat(log.lost()).isEqualTo(1);
    assertThat(lines()).singleElement().asString().contains("RUN-2");
  }

  @Test
  void stream_caughtUp_isFlushed() {
    List<String> done = Collections.synchronizedList(new ArrayList<>());
    OutputStream stream =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new AssertionError();
          }

          @Override
          public void write(byte[] bytes) {
            done.add("write");
          }

          @Override
          public void flush() {
            done.add("flush");
          }
        };
    Gate gate = gate(DecisionLog.to(stream));
    gate.authorize(null, "GET", "/v1/status", "c");
    gate.close();
    assertThat(done).containsOnlyOnce("write").endsWith("flush");
  }
}
