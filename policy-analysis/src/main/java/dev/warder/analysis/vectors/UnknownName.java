package dev.warder.analysis.vectors;

import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Nearest;
import java.util.Collection;

/** A vector names what its catalogue does not have. */
final class UnknownName extends Exception {
  private static final long serialVersionUID = 1L;

  private UnknownName(String message) {
    super(message, null, false, false);
  }

  static UnknownName of(Nearest nearest, String what, String name, Collection<String> names) {
    return new UnknownName(
        "unknown " + what + " " + Quoted.of(name) + nearest.hintOrNone(name, names));
  }

  static UnknownName condition(String command, Collection<String> conditions) {
    return new UnknownName(
        Quoted.of(command)
            + " makes no call but in a condition; choose by `when` of "
            + String.join(", ", conditions.stream().map(Quoted::of).toList()));
  }
}
