package dev.warder.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void of_valuesInAnyOrder_medianAndQuartiles() {
    Spread spread = Spread.of(List.of(50.0, 10.0, 40.0, 20.0, 30.0));
    assertThat(spread).isEqualTo(new Spread(30, 20, 40)).hasToString("30 (20–40)");
  }

  @Test
  void of_one_isAllThree() {
    assertThat(Spread.of(List.of(7.0))).isEqualTo(new Spread(7, 7, 7));
  }

  @Test
  void inSeconds_milliseconds_oneDecimal() {
    assertThat(Spread.of(List.of(7_449.0, 7_149.0, 8_051.0)).inSeconds())
        .isEqualTo("7.4 (7.3–7.8)");
  }
}
