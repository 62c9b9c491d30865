package dev.warder.analysis.paths;

import dev.warder.engine.paths.Beginning.Texts;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import dev.warder.model.PathTemplate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What some operations have in one segment of the paths that all of them match. Either one of them
 * has a literal there. Or a text does that begins and ends with the longest of their texts; then
 * any text between these tells as much as another, and besides there are the texts in which these
 * two touch or overlap.
 */
final class SegmentTexts {
  private @Nullable String literal;
  private String before = "";
  private String after = "";
  private final Set<Texts> around = new LinkedHashSet<>();

  private SegmentTexts() {}

  /** Returns what operations have in each segment of their common paths of so many segments. */
  static List<SegmentTexts> of(List<List<Operation>> met, int segments) {
    List<SegmentTexts> all = new ArrayList<>();
    for (int i = 0; i < segments; i++) {
      all.add(new SegmentTexts());
    }
    met.forEach(list -> list.forEach(operation -> add(operation.template(), all)));
    return all;
  }

  private static void add(PathTemplate template, List<SegmentTexts> all) {
    for (int i = 0; i < template.segments().size(); i++) {
      PathSegment segment = template.segments().get(i);
      SegmentTexts texts = all.get(Part.place(template, i, all.size()));
      if (segment instanceof PathSegment.Literal one) {
        texts.literal = one.text();
      } else if (segment instanceof PathSegment.Parameter parameter) {
        texts.add(parameter.before(), parameter.after());
      } else {
        texts.add("", ((PathSegment.Span) segment).after());
      }
    }
  }

  private void add(String textBefore, String textAfter) {
    if (!textBefore.isEmpty() || !textAfter.isEmpty()) {
      around.add(new Texts(textBefore, textAfter));
      before = textBefore.length() > before.length() ? textBefore : before;
      after = textAfter.length() > after.length() ? textAfter : after;
    }
  }

  /** Returns whether no operation has a literal here. */
  boolean isFree() {
    return literal == null;
  }

  /** Returns the texts that tell as much as all; the first has a free text, if any has. */
  List<String> texts(String free) {
    if (literal != null) {
      return List.of(literal);
    }
    Set<String> texts = new LinkedHashSet<>();
    texts.add(before + free + after);
    if (!before.isEmpty() && !after.isEmpty()) {
      addOverlaps(before, after, texts);
    }
    return List.copyOf(texts);
  }

  /** Returns texts in which a parameter stands for dots only. */
  List<String> dots() {
    Set<String> texts = new LinkedHashSet<>();
    for (Texts one : around) {
      long most = 1 + (before + after).chars().filter(c -> c == '.').count();
      for (int dots = 1; dots <= most; dots++) {
        texts.add(one.before() + ".".repeat(dots) + one.after());
      }
    }
    return List.copyOf(texts);
  }

  /** Adds what begins with one text, ends with another, and is no longer than both. */
  private static void addOverlaps(String before, String after, Set<String> texts) {
    int most = Math.min(before.length(), after.length());
    for (int common = 0; common <= most; common++) {
      if (before.endsWith(after.substring(0, common))) {
        texts.add(before + after.substring(common));
      }
    }
  }

  /**
   * Returns the texts of parts that are one text, which tell as much as all that they may be: the
   * first has a free text, unless a literal says what it is.
   *
   * @param all of every segment
   */
  static List<String> common(Iterable<Part> parts, List<SegmentTexts> all, String free) {
    Set<String> texts = new LinkedHashSet<>();
    String begin = "";
    String end = "";
    for (Part part : parts) {
      SegmentTexts segment = all.get(part.segment());
      if (segment.literal != null) {
        return inner(segment.literal, part);
      }
      String first = segment.before.substring(part.before().length());
      int length = segment.after.length() - part.after().length();
      String last = segment.after.substring(0, length);
      begin = first.length() > begin.length() ? first : begin;
      end = last.length() > end.length() ? last : end;
      for (int i = 1; i <= first.length(); i++) {
        texts.add(first.substring(0, i));
      }
      for (int i = 0; i < last.length(); i++) {
        texts.add(last.substring(i));
      }
      segment.dots().forEach(dots -> texts.addAll(inner(dots, part)));
    }
    List<String> common = new ArrayList<>();
    common.add(begin + free + end);
    addOverlaps(begin, end, texts);
    texts.remove("");
    common.addAll(texts);
    return common;
  }

  private static List<String> inner(String text, Part part) {
    return new Texts(part.before(), part.after()).areIn(text)
        ? List.of(text.substring(part.before().length(), text.length() - part.after().length()))
        : List.of();
  }
}
