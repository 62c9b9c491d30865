package dev.warder.cli.text;

import static java.util.stream.Collectors.joining;

import dev.warder.model.yaml.Nearest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The end of a message that names what somebody probably meant. It is never used instead. */
public final class Meant {
  private Meant() {}

  /** Returns the question whether this was meant. */
  public static String question(String meant) {
    return question(List.of(meant));
  }

  /** Returns the question whether one of these was meant; of one or more. */
  public static String question(Collection<String> meant) {
    return "; did you mean " + meant.stream().map(Shown::quoted).collect(joining(" or ")) + "?";
  }

  /** Returns the name nearest to a text, where one is near. */
  public static Optional<String> nearest(String text, Iterable<String> names) {
    return Nearest.to(text, names);
  }
}
