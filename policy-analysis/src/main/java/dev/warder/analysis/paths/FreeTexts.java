package dev.warder.analysis.paths;

import com.google.common.collect.ImmutableList;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import dev.warder.model.Steps;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Texts that stand for any text, found once for all paths: none is a literal of a template, and
 * none makes a segment begin or end with a text that stands beside a parameter.
 *
 * @param steps one for each segment that was looked at, tried, or written into a path
 */
record FreeTexts(List<String> parameters, String account, Set<String> afters, Steps steps) {
  /** What stands for any text begins with one of the first three of these that may. */
  private static final String LETTERS =
      "xyzabcdefghijklmnopqrstuvwABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_~-";

  private static final int MOST_LETTERS = 3;
  private static final String ACCOUNT = "A";

  FreeTexts {
    parameters = ImmutableList.copyOf(parameters);
  }

  /** Returns so many texts, and one for the account. */
  static FreeTexts of(List<List<Operation>> lists, int count, Steps steps) {
    Finder finder = new Finder();
    lists.forEach(operations -> operations.forEach(finder::add));
    List<String> letters =
        LETTERS.chars().mapToObj(Character::toString).filter(finder::isFree).toList();
    if (letters.isEmpty()) {
      letters = List.of("x");
    }
    int different = Math.min(MOST_LETTERS, letters.size());
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parameters.add(finder.take(letters.get(i % different)));
    }
    String account = finder.isFree(ACCOUNT) ? ACCOUNT : letters.get(letters.size() - 1);
    String ofAccount = finder.take(account);
    FreeTexts texts = new FreeTexts(parameters, ofAccount, finder.afters, steps);
    texts.count(finder.looks);
    return texts;
  }

  /** Counts segments that are looked at, tried, or written into a path. */
  void count(long segments) {
    boolean unused = steps.admit(segments);
  }

  /** The texts of all templates. */
  private static final class Finder {
    private static final int MOST_NUMBERS = 10_000;

    private final Set<String> taken = new HashSet<>();
    private final Set<String> befores = new LinkedHashSet<>();
    private final Set<String> afters = new LinkedHashSet<>();
    private long looks;

    void add(Operation operation) {
      looks += operation.template().segments().size();
      for (PathSegment segment : operation.template().segments()) {
        if (segment instanceof PathSegment.Literal literal) {
          taken.add(literal.text());
        } else if (segment instanceof PathSegment.Parameter parameter) {
          befores.add(parameter.before());
          afters.add(parameter.after());
        } else {
          afters.add(((PathSegment.Span) segment).after());
        }
      }
      befores.remove("");
      afters.remove("");
    }

    /** Returns whether no text before a parameter ends, and none behind one begins, within this. */
    boolean isFree(String text) {
      return befores.stream().noneMatch(before -> before.contains(text) || ends(before, text))
          && afters.stream().noneMatch(after -> after.contains(text) || begins(after, text));
    }

    private static boolean ends(String before, String text) {
      for (int length = 1; length < text.length(); length++) {
        if (before.endsWith(text.substring(0, length))) {
          return true;
        }
      }
      return false;
    }

    private static boolean begins(String after, String text) {
      for (int start = 1; start < text.length(); start++) {
        if (after.startsWith(text.substring(start))) {
          return true;
        }
      }
      return false;
    }

    /** Returns the letter, with a number behind it if need be, and takes it. */
    String take(String letter) {
      String text = letter;
      for (int i = 1; i < MOST_NUMBERS && (taken.contains(text) || !isFree(text)); i++) {
        text = letter + i;
        looks++;
      }
      looks++;
      taken.add(text);
      return text;
    }
  }
}
