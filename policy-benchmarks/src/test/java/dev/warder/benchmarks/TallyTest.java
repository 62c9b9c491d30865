package dev.warder.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.benchmarks.peer.PathPeer;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static Tally of(PathPeer peer) {
    Tally tally = new Tally();
    tally.ask(peer, "GET", "/denied", false);
    tally.ask(peer, "PUT", "/denied", false);
    tally.ask(peer, "GET", "/allowed", true);
    return tally;
  }

  @Test
  void ask_whoAllowsAll_allowedCountsAndTheFirstIsTheExample() {
    Tally tally = of((method, path) -> true);
    assertThat(tally.allowed()).isEqualTo(2);
    assertThat(tally.refused()).isZero();
    assertThat(tally.failed()).isZero();
    assertThat(tally.example()).contains("GET /denied");
  }

  @Test
  void ask_whoDeniesAll_refusedCounts() {
    Tally tally = of((method, path) -> false);
    assertThat(tally.allowed()).isZero();
    assertThat(tally.refused()).isEqualTo(1);
    assertThat(tally.example()).isEmpty();
  }

  @Test
  void ask_whoThrows_failedCounts() {
    Tally tally =
        of(
            (method, path) -> {
              throw new IllegalStateException();
            });
    assertThat(tally.failed()).isEqualTo(3);
    assertThat(tally.allowed() + tally.refused()).isZero();
  }

  @Test
  void ask_whoAgrees_nothingCounts() {
    Tally tally = of((method, path) -> path.equals("/allowed"));
    assertThat(tally.allowed() + tally.refused() + tally.failed()).isZero();
  }
}
