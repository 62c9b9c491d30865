package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PlaceholderTest {
  @Test
  void countsCharacters() {
    assertThat(Placeholder.length(null)).isZero();
    assertThat(Placeholder.length("four")).isEqualTo(4);
  }

  @Property
  void countsAsStringDoes(@ForAll String text) {
    assertThat(Placeholder.length(text)).isEqualTo(text.length());
  }
}
