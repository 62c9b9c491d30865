package dev.warder.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.warder.engine.PolicyEngine;
import dev.warder.gate.token.AccessToken;
import dev.warder.model.Limits;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

/** What a gate keeps for a token that it has seen is the gate's own. */
class KeptForTokensTest extends WithGate {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int REQUESTS = 1_000;

  /** One grant, or the two hashes of one charge, are more than this for each request. */
  private static final long LESS_THAN_MADE_ANEW = 250;

  private final Gate gate = builder().limits(Limits.NONE).build();

  @Test
  void authorize_hostAsksTheTokenForOtherEngines_costsNoMore() {
    AccessToken token = get(gate, READER).token().orElseThrow();
    PolicyEngine one = PolicyEngine.compile(Notes.catalogue(), Notes.OWNERS);
    PolicyEngine other = PolicyEngine.compile(Notes.catalogue(), Notes.OWNERS);
    String bearer = READER.bearer();
    long bytes = 0;
    for (int i = 0; i < REQUESTS; i++) {
      Object[] asked = {
        token.grant(i % 2 == 0 ? one : other), token.identity(), token.charged(), token.toString()
      };
      assertThat(asked).doesNotContainNull();
      long before = THREADS.getCurrentThreadAllocatedBytes();
      Outcome outcome = gate.authorize(Asked.request(bearer, "GET", "/v1/notes/n1", "192.0.2.7"));
      bytes += THREADS.getCurrentThreadAllocatedBytes() - before;
      assertThat(outcome.token()).containsSame(token);
    }
    assertThat(bytes / REQUESTS).isLessThan(LESS_THAN_MADE_ANEW);
  }

  @Test
  void authorize_catalogueReplaced_theGrantIsMadeAnewAndThenKept() {
    assertThat(get(gate, READER).isAllowed()).isTrue();
    gate.replaceCatalogue(
        Notes.catalogue(Notes.TEXT.replace("requires: read:note", "requires: write:note")));
    assertThat(get(gate, READER).reason()).isEqualTo(GateReason.MISSING_CAPABILITY);
    assertThat(get(gate, READER).reason()).isEqualTo(GateReason.MISSING_CAPABILITY);
  }
}
