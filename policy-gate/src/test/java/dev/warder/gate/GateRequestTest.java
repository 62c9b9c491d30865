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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateRequestTest extends WithGate {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int REQUESTS = 20_000;
  private static final int ROUNDS = 200;

  /** An outcome and a charge of 32 bytes each; what the measurement itself takes is less than 1. */
  private static final long OF_A_REQUEST = 64;

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

  /** The request costs no memory once the code is compiled. */
  @Test
  void authorize_seenToken_takes64BytesWithItsRequest() {
    Gate gate = builder().limits(Limits.NONE).build();
    String bearer = READER.bearer();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && least > OF_A_REQUEST; round++) {
      least = Math.min(least, bytesOfARequest(gate, bearer));
    }
    assertThat(least).isEqualTo(OF_A_REQUEST);
  }

  private static long bytesOfARequest(Gate gate, String bearer) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < REQUESTS; i++) {
      Outcome outcome =
          gate.authorize(
              GateRequest.builder()
                  .authorization(bearer)
                  .method("GET")
                  .target("/v1/notes/n1")
                  .client("192.0.2.7")
                  .build());
      if (!outcome.isAllowed()) {
        throw new AssertionError(outcome);
      }
    }
    return (THREADS.getCurrentThreadAllocatedBytes() - before) / REQUESTS;
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
