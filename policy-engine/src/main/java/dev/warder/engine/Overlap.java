package dev.warder.engine;

import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import java.util.List;

/** Of several templates that match one path, finds those that no other beats. */
final class Overlap {
  private Overlap() {}

  /** Returns the operations that no other beats, in the order given; all match one path. */
  static List<Operation> unbeaten(List<Operation> operations) {
    return operations.stream()
        .filter(operation -> operations.stream().noneMatch(other -> beats(other, operation)))
        .toList();
  }

  /** A template beats another when it is literal wherever the other is, and in one more place. */
  private static boolean beats(Operation winner, Operation loser) {
    List<PathSegment> winning = winner.template().segments();
    List<PathSegment> losing = loser.template().segments();
    boolean more = false;
    for (int i = 0; i < winning.size(); i++) {
      boolean literal = winning.get(i) instanceof PathSegment.Literal;
      boolean otherLiteral = losing.get(i) instanceof PathSegment.Literal;
      if (otherLiteral && !literal) {
        return false;
      }
      more |= literal && !otherLiteral;
    }
    return more;
  }
}
