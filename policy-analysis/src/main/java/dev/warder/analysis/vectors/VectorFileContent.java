package dev.warder.analysis.vectors;

import com.google.common.collect.ImmutableList;
import dev.warder.model.yaml.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file says.
 *
 * @param catalogueName the name of the catalogue's file, or null when it is carried or there are
 *     only broken ones
 * @param catalogueText the catalogue carried, or null
 */
record VectorFileContent(
    String source,
    String title,
    @Nullable String catalogueName,
    @Nullable String catalogueText,
    VectorOwners owners,
    List<Vector> vectors,
    List<BrokenCatalogue> broken) {
  VectorFileContent {
    vectors = ImmutableList.copyOf(vectors);
    broken = ImmutableList.copyOf(broken);
  }

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
}
