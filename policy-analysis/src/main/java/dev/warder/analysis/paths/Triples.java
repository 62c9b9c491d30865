package dev.warder.analysis.paths;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Ways to write a segment with triples: in place of a character that has one, within what a
 * parameter stands for, and so that the digits of a triple begin what a template has behind a
 * parameter. Immutable.
 */
final class Triples {
  /** What a segment may have that a triple may stand for, but for letters, digits and the like. */
  static final String RESERVED = "!$&'()*+,=:@";

  private static final int HEXADECIMAL = 16;

  /** The first code point that two triples write of which the first is {@code %C3}. */
  private static final int LATIN = 0xC0;

  /**
   * A segment with triples.
   *
   * @param written the segment as it stands
   * @param decoded the same, decoded
   */
  record Spelling(String written, String decoded) {}

  /** For each text the triples whose last digits begin it, with what follows these digits. */
  private final Map<String, List<Spelling>> ends = new HashMap<>();

  /** Finds the triples whose last digits begin one of these texts. */
  Triples(Set<String> afters) {
    for (String after : afters) {
      for (int digits = 1; digits <= Math.min(2, after.length()); digits++) {
        addEnd(after, after.substring(0, digits), after.substring(digits));
      }
    }
  }

  private void addEnd(String after, String digits, String rest) {
    if (!digits.chars().allMatch(c -> Character.digit(c, HEXADECIMAL) >= 0)) {
      return;
    }
    String octet = digits.length() == 1 ? "A" + digits : digits;
    int value = Integer.parseInt(octet, HEXADECIMAL);
    if (value >= 0x80 && value < 0xC0) {
      addEnd(after, new Spelling("%C3%" + octet + rest, (char) (LATIN + value - 0x80) + rest));
    } else if (RESERVED.indexOf(value) >= 0) {
      addEnd(after, new Spelling("%" + octet + rest, (char) value + rest));
    }
  }

  private void addEnd(String after, Spelling end) {
    ends.computeIfAbsent(after, text -> new ArrayList<>(2)).add(end);
  }

  /** Returns whether digits of a triple may begin what a template has behind a parameter. */
  boolean makeTexts() {
    return !ends.isEmpty();
  }

  /**
   * Returns spellings of a segment.
   *
   * @param free what stands in it for any text, or the empty text
   * @param afters the texts behind a parameter with which the segment may end
   */
  List<Spelling> of(String text, String free, Set<String> afters) {
    List<Spelling> spellings = new ArrayList<>();
    int at = free.isEmpty() ? -1 : text.indexOf(free);
    if (at >= 0) {
      String before = text.substring(0, at) + free;
      String behind = text.substring(at);
      spellings.add(new Spelling(before + "%20" + behind, before + " " + behind));
      for (String after : afters) {
        for (Spelling end : ends.getOrDefault(after, List.of())) {
          spellings.add(new Spelling(before + end.written(), before + end.decoded()));
        }
      }
    }
    for (int i = 0; i < text.length(); i++) {
      if (RESERVED.indexOf(text.charAt(i)) >= 0) {
        String triple = "%" + Integer.toHexString(text.charAt(i)).toUpperCase(Locale.ROOT);
        spellings.add(new Spelling(text.substring(0, i) + triple + text.substring(i + 1), text));
      }
    }
    return spellings;
  }
}
