package dev.warder.model;

import java.util.List;

/** Which of several operations that one path matches a request asks: SEMANTICS.md, section 2.3. */
public final class Overlap {
  private Overlap() {}

  /**
   * Returns those of some operations, in the order given, that have this method and that no other
   * beats.
   *
   * @param matched operations that one path matches
   */
  public static List<Operation> asked(List<Operation> matched, String method) {
    List<Operation> competing =
        matched.stream().filter(operation -> operation.method().equals(method)).toList();
    return competing.stream()
        .filter(operation -> competing.stream().noneMatch(other -> beats(other, operation)))
        .toList();
  }

  /**
   * Returns whether one operation beats another that matches the same path: its template is literal
   * wherever the other is, and in one more place.
   */
  public static boolean beats(Operation winner, Operation loser) {
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
