package dev.warder.analysis.vectors;

import com.google.common.collect.ImmutableList;
import dev.warder.model.Place;
import java.util.List;

/**
 * A catalogue that must be refused.
 *
 * @param problems the problems expected, each {@code line:column: message}
 */
record BrokenCatalogue(String name, Place place, String text, List<String> problems) {
  BrokenCatalogue {
    problems = ImmutableList.copyOf(problems);
  }
}
