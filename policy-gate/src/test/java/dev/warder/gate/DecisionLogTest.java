package dev.warder.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.gate.revocation.RevocationSet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
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
        .revocations(RevocationSet.create(clock, new SecureRandom()))
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
    gate.authorize(Asked.request(bearer, "GET", "/v1/notes/n1?secret=1", "192.0.2.7"));
    gate.authorize(Asked.request(bearer, "PUT", "/v1/notes/n1", "192.0.2.7"));
    gate.authorize(Asked.request("Bearer a.b", "GET", "/v1/notes/n1", "192.0.2.7"));
    gate.authorize(Asked.request(null, "G\"\n\u202e", "//", "192.0.2.7"));
    gate.authorize(Asked.request(null, "M".repeat(32), "/v1/status", "192.0.2.7"));
    gate.authorize(Asked.request(null, "M".repeat(33), "/v1/status", "192.0.2.7"));
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
                + "\"allowed\":false,\"reason\":\"malformed-request\",\"method\":\"G\\\"\\n"
                + "\\u202E\"}",
            head.formatted(5)
                + "\"allowed\":false,\"reason\":\"missing-token\",\"method\":\""
                + "M".repeat(32)
                + "\"}",
            head.formatted(6) + "\"allowed\":false,\"reason\":\"missing-token\"}");
  }

  @Test
  void line_tokenWithoutAccount_namesNone() {
    Gate gate =
        Gate.builder()
            .catalogue(Notes.unlimited(), Notes.OWNERS)
            .tokens(SignedToken.verifier().acceptTokensWithoutAccount())
            .revocations(RevocationSet.create(clock, new SecureRandom()))
            .clock(clock)
            .listener(DecisionLog.to(written))
            .build(() -> 0, new Random(7));
    gate.authorize(
        GateRequest.builder()
            .authorization(SignedToken.of("t-1", null, "read:note").bearer())
            .method("GET")
            .target("/v1/status")
            .client("192.0.2.7")
            .requestAccount("s3cret")
            .build());
    gate.close();
    assertThat(lines())
        .singleElement()
        .asString()
        .endsWith("\"issuer\":\"https://tokens.example.com\",\"token\":\"t-1\"}")
        .doesNotContain("s3cret");
  }

  @Test
  void line_failure_namesItsClassAlone() {
    Gate gate =
        builder(DecisionLog.to(written))
            .rateLimits(new FailingLimits(new IllegalStateException("s3cret")))
            .build(() -> 0, new Random(7));
    gate.authorize(Asked.request(null, "GET", "/v1/status", "c"));
    gate.close();
    assertThat(lines())
        .singleElement()
        .asString()
        .contains("\"reason\":\"unavailable\",\"failure\":\"java.lang.IllegalStateException\"")
        .doesNotContain("s3cret");
  }

  @Test
  void line_afterDrops_saysHowManyAreMissing() {
    DecisionLog log = DecisionLog.to(written);
    for (long dropped : new long[] {0, 3, 3, 4}) {
      log.decided(event(dropped));
    }
    assertThat(lines()).hasSize(4);
    assertThat(lines().get(0)).doesNotContain("dropped");
    assertThat(lines().get(1)).endsWith(",\"dropped\":3}");
    assertThat(lines().get(2)).doesNotContain("dropped");
    assertThat(lines().get(3)).endsWith(",\"dropped\":1}");
  }

  /** A stream that fails when it is told to, after a part of what it should write. */
  private final class Failing extends OutputStream {
    boolean failsToWrite;
    boolean failsToFlush;

    @Override
    public void write(int b) {
      throw new AssertionError();
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      written.write(bytes, 0, failsToWrite ? 10 : bytes.length);
      if (failsToWrite) {
        throw new IOException("disk full");
      }
    }

    @Override
    public void flush() throws IOException {
      if (failsToFlush) {
        throw new IOException("disk full");
      }
    }
  }

  private DecisionEvent event(long dropped) {
    Outcome outcome =
        builder(DecisionLog.to(OutputStream.nullOutputStream()))
            .build()
            .authorize(Asked.request(null, "GET", "/v1/status", "c"));
    return new DecisionEvent(0, 1, 0, 0, dropped, "GET", outcome);
  }

  @Test
  void stream_failsToWrite_countedAndTheNextLineIsWholeAndTellsOfDrops() {
    Failing stream = new Failing();
    DecisionLog log = DecisionLog.to(stream);
    stream.failsToWrite = true;
    log.decided(event(7));
    stream.failsToWrite = false;
    log.decided(event(7));
    log.decided(event(7));
    assertThat(log.lost()).isEqualTo(1);
    assertThat(lines()).hasSize(3);
    assertThat(lines().get(0)).isEqualTo("{\"format\":");
    assertThat(lines().get(1)).startsWith("{\"format\":1,").endsWith(",\"dropped\":7}");
    assertThat(lines().get(2)).startsWith("{\"format\":1,").doesNotContain("dropped");
  }

  @Test
  void stream_failsToFlush_whatWasWrittenSinceIsCounted() {
    Failing stream = new Failing();
    DecisionLog log = DecisionLog.to(stream);
    log.decided(event(0));
    log.caughtUp();
    stream.failsToFlush = true;
    log.decided(event(0));
    log.decided(event(0));
    log.caughtUp();
    log.caughtUp();
    assertThat(log.lost()).isEqualTo(2);
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
    gate.authorize(Asked.request(null, "GET", "/v1/status", "c"));
    gate.close();
    assertThat(done).containsOnlyOnce("write").endsWith("flush");
  }
}
