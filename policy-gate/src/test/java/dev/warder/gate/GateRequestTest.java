package dev.warder.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.sun.management.ThreadMXBean;
import dev.warder.model.Limits;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateRequestTest extends WithGate {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int REQUESTS = 10_000;
  private static final int ROUNDS = 100;

  /** An outcome and a charge of 32 bytes each; what the measurement itself takes is less than 1. */
  private static final long OF_AN_OUTCOME = 64;

  /** Four references and a header; a builder has the same. */
  private static final long OF_A_REQUEST = 32;

  @Test
  void build_aPartForgotten_namesIt() {
    Map<GateRequestBuilder, String> forgotten =
        Map.of(
            GateRequest.builder().target("/").client("c"), "set method(…)",
            GateRequest.builder().method("GET").client("c"), "set target(…)",
            GateRequest.builder().method("GET").target("/"), "set client(…)");
    forgotten.forEach(
        (builder, message) ->
            assertThatIllegalStateException().isThrownBy(builder::build).withMessage(message));
  }

  @Test
  void builder_callersMistakes_areArgumentErrors() {
    GateRequestBuilder builder = GateRequest.builder();
    assertThatNullPointerException().isThrownBy(() -> builder.method(null));
    assertThatNullPointerException().isThrownBy(() -> builder.target(null));
    assertThatNullPointerException().isThrownBy(() -> builder.client(null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.client(""))
        .withMessage("a client has an address, or some text that stands for it");
  }

  @Test
  void authorization_notSet_isARequestWithoutToken() {
    Gate gate = builder().build();
    GateRequest request =
        GateRequest.builder().method("GET").target("/v1/notes/n1").client("192.0.2.7").build();
    assertThat(gate.authorize(request).reason()).isEqualTo(GateReason.MISSING_TOKEN);
  }

  @Test
  void toString_neitherTokenNorTarget() {
    assertThat(Asked.request("Bearer secret", "GET", "/v1/secret", "192.0.2.7"))
        .hasToString("a request with method GET");
  }

  @Test
  void authorize_seenToken_takes64Bytes() {
    Gate gate = builder().limits(Limits.NONE).build();
    GateRequest request = Asked.request(READER.bearer(), "GET", "/v1/notes/n1", "192.0.2.7");
    assertThat(leastBytes(() -> gate.authorize(request))).isEqualTo(OF_AN_OUTCOME);
  }

  /** Before the compiler leaves them out, request and builder take themselves and no more. */
  @Test
  void authorize_requestMadeEachTime_takesAtMostItselfAndItsBuilder() {
    Gate gate = builder().limits(Limits.NONE).build();
    String bearer = READER.bearer();
    long bytes =
        leastBytes(
            () ->
                gate.authorize(
                    GateRequest.builder()
                        .authorization(bearer)
                        .method("GET")
                        .target("/v1/notes/n1")
                        .client("192.0.2.7")
                        .build()));
    assertThat(bytes).isLessThanOrEqualTo(OF_AN_OUTCOME + 2 * OF_A_REQUEST);
  }

  /** Returns the bytes of one call, in the best of some rounds: compiling takes some at first. */
  private static long leastBytes(Supplier<Outcome> asking) {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && least > OF_AN_OUTCOME; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < REQUESTS; i++) {
        if (!asking.get().isAllowed()) {
          throw new AssertionError("denied");
        }
      }
      least = Math.min(least, (THREADS.getCurrentThreadAllocatedBytes() - before) / REQUESTS);
    }
    return least;
  }

  /**
   * Two texts in each other's place: what compiled with four adjacent strings does not any more.
   */
  @Test
  void authorize_fourStrings_doesNotCompile(@TempDir java.nio.file.Path folder) throws Exception {
    assertThat(
            WrongUse.errors(
                folder,
                "dev.warder.gate.Gate gate",
                "gate.authorize(null, \"/v1/apps\", \"GET\", \"192.0.2.7\");"))
        .isNotEmpty();
    assertThat(
            WrongUse.errors(
                folder,
                "dev.warder.gate.Gate gate",
                "gate.authorize(dev.warder.gate.GateRequest.builder().method(\"GET\")"
                    + ".target(\"/v1/apps\").client(\"192.0.2.7\").build());"))
        .isEmpty();
  }

  /** What a gate keeps for a token cannot be replaced by a host. */
  @Test
  void derive_doesNotCompile(@TempDir java.nio.file.Path folder) throws Exception {
    List<String> errors =
        WrongUse.errors(
            folder, "dev.warder.gate.token.AccessToken token", "token.derive(of -> of.account());");
    assertThat(errors).isNotEmpty();
  }
}
