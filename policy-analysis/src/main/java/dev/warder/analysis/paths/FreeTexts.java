package dev.warder.analysis.paths;

import com.google.common.collect.ImmutableList;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import dev.warder.model.Steps;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Segments that are no literal of any template, found once for all paths.
 *
 * @param steps one for each segment that was looked at, tried, or written into a path
 */
record FreeTexts(List<String> parameters, String account, Steps steps) {
  /** What stands for a text that is no literal begins with one of these. */
  private static final ImmutableList<String> LETTERS = ImmutableList.of("x", "y", "z");

  private static final String ACCOUNT = "A";

  FreeTexts {
    parameters = ImmutableList.copyOf(parameters);
  }

  /**
   * Returns as many texts as the longest of the templates has segments, and one for the account.
   */
  static FreeTexts of(List<List<Operation>> lists, Steps steps) {
    Set<String> taken = new HashSet<>();
    int longest = 0;
    for (List<Operation> operations : lists) {
      for (Operation operation : operations) {
        List<PathSegment> segments = operation.template().segments();
        longest = Math.max(longest, segments.size());
        count(segments.size(), steps);
        for (PathSegment segment : segments) {
          if (segment instanceof PathSegment.Literal literal) {
            taken.add(literal.text());
          }
        }
      }
    }
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < longest; i++) {
      parameters.add(free(LETTERS.get(i % LETTERS.size()), taken, steps));
    }
    return new FreeTexts(parameters, free(ACCOUNT, taken, steps), steps);
  }

  /** Returns the letter, with a number behind it if need be, as no other text is, and takes it. */
  private static String free(String letter, Set<String> taken, Steps steps) {
    String text = letter;
    int tried = 1;
    for (; !taken.add(text); tried++) {
      text = letter + tried;
    }
    count(tried, steps);
    return text;
  }

  /** Counts the segments that are written into a path. */
  void countWritten(int segments) {
    count(segments, steps);
  }

  private static void count(int segments, Steps steps) {
    boolean unused = steps.admit(segments);
  }
}
