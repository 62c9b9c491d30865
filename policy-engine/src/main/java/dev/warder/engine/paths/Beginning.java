package dev.warder.engine.paths;

import com.google.common.collect.ImmutableList;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment.Literal;
import dev.warder.model.PathSegment.Parameter;
import dev.warder.model.PathSegment.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Templates cut after one of their segments: those with the same segments up to there, names left
 * out, have this beginning in common ({@code SEMANTICS.md}, section 5). Not for use by several
 * threads while operations are added.
 */
public final class Beginning {
  /**
   * The texts around a parameter.
   *
   * @param before the text before it
   * @param after the text behind it
   */
  public record Texts(String before, String after) {
    /** Returns whether a segment has these texts around at least one character. */
    public boolean areIn(String segment) {
      return segment.length() > before.length() + after.length()
          && segment.startsWith(before)
          && segment.endsWith(after);
    }
  }

  /** Numbers the beginnings of one or several trees. */
  static final class Numbers {
    private int next;
  }

  private final Numbers numbers;
  private final int number;
  private final int list;
  private final @Nullable Operation first;
  private final List<Operation> operations = new ArrayList<>();
  private final Map<String, Beginning> literals = new LinkedHashMap<>();
  private final Map<Texts, Beginning> parameters = new LinkedHashMap<>();
  private final Map<String, Beginning> spans = new HashMap<>();

  /** What follows on any segment that is not empty. */
  private final List<Beginning> onAny = new ArrayList<>(1);

  /** What follows on a segment with these texts around at least one character. */
  private final Map<Texts, List<Beginning>> onTexts = new LinkedHashMap<>();

  /** The keys of the above, to look a segment up; none before the first look. */
  private @Nullable TextPatterns patterns;

  /** Inside of spans that end with a text. */
  private @Nullable Beginning inside;

  private Beginning(Numbers numbers, int list, @Nullable Operation first) {
    this.numbers = numbers;
    this.number = numbers.next++;
    this.list = list;
    this.first = first;
  }

  /** Returns beginnings before the first segment, one for each list of operations. */
  public static List<Beginning> roots(List<? extends List<Operation>> lists) {
    Numbers numbers = new Numbers();
    ImmutableList.Builder<Beginning> roots = ImmutableList.builder();
    for (int i = 0; i < lists.size(); i++) {
      Beginning root = new Beginning(numbers, i, null);
      lists.get(i).forEach(root::add);
      roots.add(root);
    }
    return roots.build();
  }

  private void add(Operation operation) {
    Beginning beginning = this;
    for (var segment : operation.template().segments()) {
      if (segment instanceof Literal literal) {
        beginning = beginning.literal(literal.text(), operation);
      } else if (segment instanceof Parameter parameter) {
        beginning =
            beginning.parameter(new Texts(parameter.before(), parameter.after()), operation);
      } else {
        beginning = beginning.span(((Span) segment).after(), operation);
      }
    }
    beginning.operations.add(operation);
  }

  private Beginning literal(String text, Operation operation) {
    return literals.computeIfAbsent(text, unseen -> new Beginning(numbers, list, operation));
  }

  private Beginning parameter(Texts texts, Operation operation) {
    return parameters.computeIfAbsent(
        texts,
        unseen -> {
          Beginning next = new Beginning(numbers, list, operation);
          follow(texts, next);
          return next;
        });
  }

  private Beginning span(String after, Operation operation) {
    return spans.computeIfAbsent(
        after,
        unseen -> {
          Beginning last = new Beginning(numbers, list, operation);
          if (after.isEmpty()) {
            last.onAny.add(last);
            onAny.add(last);
            return last;
          }
          if (inside == null) {
            inside = new Beginning(numbers, list, operation);
            inside.onAny.add(inside);
            onAny.add(inside);
          }
          Texts texts = new Texts("", after);
          inside.follow(texts, last);
          follow(texts, last);
          return last;
        });
  }

  private void follow(Texts texts, Beginning next) {
    if (texts.before().isEmpty() && texts.after().isEmpty()) {
      onAny.add(next);
    } else {
      onTexts.computeIfAbsent(texts, unseen -> new ArrayList<>(1)).add(next);
    }
  }

  /** Returns a number that no other beginning of the same roots has. */
  public int number() {
    return number;
  }

  /** Returns which of the lists of operations this is of, counted from 0. */
  public int list() {
    return list;
  }

  /** Returns the operation that was the first with this beginning; a root has none. */
  public @Nullable Operation first() {
    return first;
  }

  /** Returns the operations whose templates end here. */
  public List<Operation> operations() {
    return Collections.unmodifiableList(operations);
  }

  /** Returns what follows on each literal. */
  public Map<String, Beginning> literals() {
    return Collections.unmodifiableMap(literals);
  }

  /** Returns what follows on any segment that is not empty. */
  public List<Beginning> onAny() {
    return Collections.unmodifiableList(onAny);
  }

  /** Returns what follows on segments with these texts around at least one character. */
  public Map<Texts, List<Beginning>> onTexts() {
    return Collections.unmodifiableMap(onTexts);
  }

  /** Returns what follows on a segment as it stands. */
  public List<Beginning> onSegment(String segment) {
    List<Beginning> next = new ArrayList<>();
    Beginning literal = literals.get(segment);
    if (literal != null) {
      next.add(literal);
    }
    if (!segment.isEmpty()) {
      next.addAll(onAny);
    }
    if (!onTexts.isEmpty()) {
      patterns().in(segment).forEach(texts -> next.addAll(onTexts.getOrDefault(texts, List.of())));
    }
    return next;
  }

  /**
   * Returns the texts behind a parameter that may follow in a segment, of those whose text before
   * it the segment begins with.
   */
  public List<String> textsBehind(String segment) {
    int before = patterns().longestBefore(segment, 0, segment.length(), false);
    return before < 0 ? List.of() : patterns().afters(before);
  }

  private TextPatterns patterns() {
    TextPatterns known = patterns;
    if (known == null) {
      known = new TextPatterns(onTexts.keySet());
      patterns = known;
    }
    return known;
  }

  /** Returns the operations that were the first with some beginnings, each once. */
  public static List<Operation> firsts(List<Beginning> beginnings) {
    return beginnings.stream()
        .flatMap(beginning -> Stream.ofNullable(beginning.first))
        .distinct()
        .toList();
  }

  /** Returns beginnings in the order of their numbers, each once. */
  static List<Beginning> sorted(List<Beginning> beginnings) {
    return beginnings.stream()
        .sorted(Comparator.comparingInt(Beginning::number))
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }
}
