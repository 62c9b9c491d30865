package dev.warder.analysis.paths;

import com.google.common.collect.ImmutableList;
import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import dev.warder.model.Steps;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

  /**
   * Returns so many texts, and one for the account.
   *
   * @throws TooMuchWork when the texts beside parameters leave none
   */
  static FreeTexts of(List<List<Operation>> lists, int count, Steps steps) throws TooMuchWork {
    Finder finder = new Finder();
    lists.forEach(operations -> operations.forEach(finder::add));
    List<String> letters = finder.letters();
    if (letters.isEmpty()) {
      throw new TooMuchWork(
          "to tell templates apart takes a text that none of them has beside a parameter, and there"
              + " is none: write fewer parameters with text around them");
    }
    int different = Math.min(MOST_LETTERS, letters.size());
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parameters.add(finder.take(letters.get(i % different)));
    }
    String account = letters.contains(ACCOUNT) ? ACCOUNT : letters.get(letters.size() - 1);
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
    private final Set<String> taken = new HashSet<>();
    private final Set<String> befores = new LinkedHashSet<>();
    private final Set<String> afters = new LinkedHashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();
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

    /** Returns letters that no text beside a parameter has, or if each has one, pairs of them. */
    List<String> letters() {
      BitSet single = new BitSet();
      Set<String> pairs = new HashSet<>();
      for (Set<String> texts : List.of(befores, afters)) {
        for (String text : texts) {
          text.chars().forEach(single::set);
          for (int i = 2; i <= text.length(); i++) {
            pairs.add(text.substring(i - 2, i));
          }
        }
      }
      List<String> free = besides(single);
      return free.isEmpty() ? pairs(pairs) : free;
    }

    private static List<String> besides(BitSet taken) {
      return LETTERS.chars().filter(c -> !taken.get(c)).mapToObj(Character::toString).toList();
    }

    /** Returns pairs besides these of which no text before ends, and none behind begins, within. */
    private List<String> pairs(Set<String> taken) {
      BitSet last = new BitSet();
      befores.forEach(text -> last.set(text.charAt(text.length() - 1)));
      BitSet first = new BitSet();
      afters.forEach(text -> first.set(text.charAt(0)));
      List<String> seconds = besides(first);
      List<String> pairs = new ArrayList<>();
      for (String one : besides(last)) {
        seconds.stream().map(one::concat).filter(p -> !taken.contains(p)).forEach(pairs::add);
      }
      return pairs;
    }

    /** Returns the letter or pair, with a number behind it if need be, and takes it. */
    String take(String letter) {
      // A text behind a parameter may begin within the number, but not within the letter.
      boolean isBegun =
          afters.stream().anyMatch(after -> Character.digit(after.charAt(0), 10) >= 0);
      String end = isBegun ? letter : "";
      int number = numbers.getOrDefault(letter, 0);
      String text = number == 0 ? letter : letter + number + end;
      for (looks++; !taken.add(text); looks++) {
        number++;
        text = letter + number + end;
      }
      numbers.put(letter, number);
      return text;
    }
  }
}
