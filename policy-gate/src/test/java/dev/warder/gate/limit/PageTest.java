package dev.warder.gate.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTest {
  private final Page page = new Page(4);

  @Test
  void place_free_isTakenForGood() {
    assertThat(page.place(11, 1, 2)).isEqualTo(1);
    assertThat(page.place(12, 1, 2)).isEqualTo(2);
    assertThat(page.place(11, 1, 2)).isEqualTo(1);
    assertThat(page.place(12, 1, 2)).isEqualTo(2);
  }

  @Test
  void place_othersHaveAllOfThem_none() {
    page.place(11, 1, 2);
    page.place(12, 1, 2);
    assertThat(page.place(13, 1, 2)).isEqualTo(-1);
    assertThat(page.place(13, 1, 3)).isEqualTo(3);
  }

  @Test
  void place_atTheEnd_goesOnAtTheBeginning() {
    assertThat(page.place(11, 3, 2)).isEqualTo(3);
    assertThat(page.place(12, 3, 2)).isEqualTo(0);
    assertThat(page.place(13, 3, 2)).isEqualTo(-1);
  }

  @Test
  void take_untilFull_countsDown() {
    assertThat(page.take(2, 2)).isEqualTo(1);
    assertThat(page.take(2, 2)).isEqualTo(0);
    assertThat(page.take(2, 2)).isEqualTo(Page.FULL);
    assertThat(page.take(1, 2)).isEqualTo(1);
    page.giveBack(2);
    assertThat(page.take(2, 2)).isEqualTo(0);
  }

  @Test
  void left_limitBelowTheCount_nothing() {
    page.take(2, 9);
    page.take(2, 9);
    assertThat(page.left(2, 9)).isEqualTo(7);
    assertThat(page.left(2, 2)).isEqualTo(0);
    assertThat(page.left(2, 1)).isEqualTo(0);
  }
}
