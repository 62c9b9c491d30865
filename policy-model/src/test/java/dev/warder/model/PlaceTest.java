package dev.warder.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Places and problems, and that no public record takes null. */
class PlaceTest {

  @Test
  void toString_inAFile_isSourceLineAndColumn() {
    assertThat(new Place("shop.yaml", 3, 5)).hasToString("shop.yaml:3:5");
  }

  @Test
  void toString_inCode_isTheSourceAlone() {
    assertThat(new Place("operations.list", 0, 0)).hasToString("operations.list");
  }

  @Test
  void problem_toString_isPlaceAndMessage() {
    assertThat(new Problem(new Place("shop.yaml", 3, 5), "unknown key `lable`"))
        .hasToString("shop.yaml:3:5: unknown key `lable`");
  }

  @Test
  void inFile_places_areOrderedByLineThenColumn() {
    assertThat(Place.IN_FILE.compare(new Place("f", 2, 9), new Place("f", 3, 1))).isNegative();
    assertThat(Place.IN_FILE.compare(new Place("f", 3, 2), new Place("f", 3, 1))).isPositive();
    assertThat(Place.IN_FILE.compare(new Place("f", 3, 1), new Place("g", 3, 1))).isZero();
  }

  @Test
  void invalidCatalogue_serialised_keepsItsProblems() throws Exception {
    Problem problem = new Problem(new Place("shop.yaml", 3, 5), "unknown key `lable`");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new InvalidCatalogue(List.of(problem)));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(((InvalidCatalogue) in.readObject()).problems()).containsExactly(problem);
    }
  }

  @Test
  void parts_null_areRefused() {
    assertThatNullPointerException().isThrownBy(() -> new Place(null, 1, 1));
    assertThatNullPointerException().isThrownBy(() -> new Problem(null, "m"));
    assertThatNullPointerException().isThrownBy(() -> new Problem(new Place("f", 1, 1), null));
    assertThatNullPointerException().isThrownBy(() -> new Category(null, "Apps"));
    assertThatNullPointerException().isThrownBy(() -> new Category("apps", null));
  }
}
