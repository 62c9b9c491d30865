package dev.warder.analysis.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  /** Zero-width, soft hyphen, filler, tag, variation selector, bidirectional. */
  @ParameterizedTest
  @ValueSource(strings = {"\u200b", "\u00ad", "\u3164", "\uDB40\uDC41", "\ufe0f", "\u2066"})
  void label_whatCannotBeSeen_isASpace(String invisible) {
    assertThat(Names.label("Read" + invisible + "notes")).contains("Read notes");
    assertThat(Names.label(invisible)).isEmpty();
  }
}
