package dev.warder.model;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.warder.model.PathSegment.Literal;
import dev.warder.model.PathSegment.Parameter;
import dev.warder.model.PathSegment.Span;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Values;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds operations of a catalogue whose templates must not stand beside each other. */
final class TemplateClashes {
  private static final long MOST_STEPS = 4_000_000;

  /** So many characters of a text that is looked up are one step more. */
  private static final int CHARACTERS_A_STEP = 16;

  private final Values values;
  private final Map<String, Place> places;
  private final Steps steps = new Steps(MOST_STEPS);

  /** By the text before a parameter, then by the text behind it: the operations with such a one. */
  private final Map<String, Map<String, List<Operation>>> byTexts = new HashMap<>();

  /**
   * Makes a check.
   *
   * @param places where the paths of the operations stand, by their ids
   */
  TemplateClashes(Values values, Map<String, Place> places) {
    this.values = values;
    this.places = places;
  }

  private void refuse(Operation operation, String problem) {
    Place place = places.get(operation.id());
    if (place != null) {
      values.refuse(place, problem);
    }
  }

  /** Refuses what differs by the slash at the end alone and asks different things. */
  void refuseSlashesAtEnd(Collection<Operation> operations, List<Acceptance> accepted) {
    Set<String> acceptedPairs =
        accepted.stream()
            .filter(acceptance -> acceptance.warning().equals(SlashAtEnd.WARNING))
            .map(Acceptance::at)
            .collect(toUnmodifiableSet());
    for (SlashAtEnd pair : SlashAtEnd.among(operations)) {
      if (!acceptedPairs.contains(pair.subject())) {
        refuse(
            pair.later(),
            "this path and that of operation %s differ by the `/` at the end alone."
                    .formatted(Quoted.of(pair.earlier().id()))
                + " Services that leave this `/` out run the other operation, which asks"
                + " something else: let both ask the same, or write under `accepted`"
                + " `{warning: %s, at: \"%s\", reason: WHY}`"
                    .formatted(SlashAtEnd.WARNING, pair.subject()));
      }
    }
  }

  /**
   * Refuses operations whose spanning parameter others take over: each number of segments for which
   * it stands, and at last any more, has an operation of the same method that beats it. A {@code
   * GET} whose shape has no {@code HEAD} is one of {@code HEAD} too.
   */
  void refuseCovered(Collection<Operation> operations) {
    Map<String, Operation> byShape = Overlap.byMethodAndShape(operations);
    for (Operation operation : operations) {
      List<Operation> beating = new ArrayList<>();
      PathTemplate template = operation.template();
      for (int spanned = 1; template.span() >= 0; spanned++) {
        boolean isTooLong = template.segments().size() - 1 + spanned > PathTemplate.MAX_SEGMENTS;
        Operation rest = byShape.get(key(operation, template.withMoreSegments(spanned - 1)));
        if (spanned > 1 && (rest != null || isTooLong)) {
          Stream.ofNullable(rest).forEach(beating::add);
          refuse(
              operation,
              "no request reaches this operation: operations %s have each of its paths, and beat it;"
                      .formatted(
                          beating.stream().map(o -> Quoted.of(o.id())).collect(joining(", ")))
                  + " leave it out");
          break;
        }
        Operation exact = byShape.get(key(operation, template.ofSegments(spanned)));
        if (exact == null) {
          break;
        }
        beating.add(exact);
      }
    }
  }

  private static String key(Operation operation, PathTemplate template) {
    return Overlap.key(operation.method(), template);
  }

  /**
   * Refuses operations that no request reaches, as a parameter of another template stands for dots
   * only in each of their paths.
   */
  void refuseDots(Collection<Operation> operations) {
    operations.forEach(this::addTexts);
    for (Operation operation : operations) {
      for (PathSegment segment : operation.template().segments()) {
        if (segment instanceof Literal literal && literal.text().contains(".")) {
          refuseDots(operation, literal.text());
        }
      }
      if (!steps.admit(0)) {
        refuse(
            operation,
            "too many dots of literals stand between texts that other templates have around a"
                + " parameter; write fewer of these literals or parameters");
        return;
      }
    }
  }

  private void addTexts(Operation operation) {
    for (PathSegment segment : operation.template().segments()) {
      if (segment instanceof Parameter parameter && !parameter.isWhole()) {
        addTexts(parameter.before(), parameter.after(), operation);
      } else if (segment instanceof Span last && !last.after().isEmpty()) {
        addTexts("", last.after(), operation);
      }
    }
  }

  private void addTexts(String before, String after, Operation operation) {
    byTexts
        .computeIfAbsent(before, text -> new HashMap<>())
        .computeIfAbsent(after, text -> new ArrayList<>())
        .add(operation);
  }

  private void refuseDots(Operation operation, String literal) {
    for (int i = literal.indexOf('.'); i >= 0 && admit(i); i = literal.indexOf('.', i + 1)) {
      Map<String, List<Operation>> byAfter =
          byTexts.getOrDefault(literal.substring(0, i), Map.of());
      for (int j = i + 1;
          !byAfter.isEmpty()
              && j <= literal.length()
              && literal.charAt(j - 1) == '.'
              && admit(literal.length() - j);
          j++) {
        for (Operation other : byAfter.getOrDefault(literal.substring(j), List.of())) {
          if (!steps.admit(other.template().segments().size())) {
            return;
          }
          if (other.template().standsForDotsIn(operation.template())) {
            refuse(
                operation,
                "no request reaches this operation: in %s the parameter of operation %s would stand"
                        .formatted(Quoted.of(literal), Quoted.of(other.id()))
                    + " for dots only, which no parameter may; leave one of the two operations out");
            return;
          }
        }
      }
    }
  }

  /** Adds the steps of looking up a text of so many characters. */
  private boolean admit(int characters) {
    return steps.admit(1L + characters / CHARACTERS_A_STEP);
  }
}
