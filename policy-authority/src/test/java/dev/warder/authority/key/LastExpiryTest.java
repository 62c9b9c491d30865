package dev.warder.authority.key;

import static dev.warder.authority.key.Keys.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LastExpiryTest {
  @Test
  void isOver_exactlyAtTheExpiry_isTrue() {
    assertThat(LastExpiry.at(NOW).isOver(NOW.minusNanos(1))).isFalse();
    assertThat(LastExpiry.at(NOW).isOver(NOW)).isTrue();
  }

  @Test
  void isOver_neverOrNoToken_isTheSameAtAnyTime() {
    assertThat(LastExpiry.NEVER.isOver(Instant.MAX)).isFalse();
    assertThat(LastExpiry.NO_TOKEN.isOver(Instant.MIN)).isTrue();
  }

  @Test
  void orLater_anyTwo_isTheLaterOne() {
    LastExpiry early = LastExpiry.at(NOW);
    LastExpiry late = LastExpiry.at(NOW.plusNanos(1));
    assertThat(early.orLater(late)).isEqualTo(late);
    assertThat(late.orLater(early)).isEqualTo(late);
    assertThat(late.orLater(LastExpiry.NEVER)).isEqualTo(LastExpiry.NEVER);
    assertThat(LastExpiry.NO_TOKEN.orLater(early)).isEqualTo(early);
  }

  @Test
  void equals_timeAndHash_areCompared() {
    assertThat(LastExpiry.at(NOW))
        .isEqualTo(LastExpiry.at(NOW))
        .hasSameHashCodeAs(LastExpiry.at(NOW))
        .isNotEqualTo(LastExpiry.at(NOW.plusNanos(1)))
        .isNotEqualTo(NOW);
  }

  @Test
  void toString_anyKind_saysWhen() {
    assertThat(LastExpiry.at(NOW)).hasToString("2026-01-01T00:00:00Z");
    assertThat(LastExpiry.NEVER).hasToString("never");
    assertThat(LastExpiry.NO_TOKEN).hasToString("no token");
  }
}
