package dev.warder.analysis.paths;

import com.google.common.collect.ImmutableList;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Segments that are no literal of any template, found once for all paths. */
record FreeTexts(List<String> parameters, String account) {
  /** What stands for a text that is no literal begins with one of these. */
  private static final ImmutableList<String> LETTERS = ImmutableList.of("x", "y", "z");

  private static final String ACCOUNT = "A";

  FreeTexts {
    parameters = ImmutableList.copyOf(parameters);
  }

  /**
   * Returns as many texts as the longest of the templates has segments, and one for the account.
   */
  static FreeTexts of(List<List<Operation>> lists) {
    Set<String> taken = new HashSet<>();
    int longest = 0;
    for (List<Operation> operations : lists) {
      for (Operation operation : operations) {
        List<PathSegment> segments = operation.template().segments();
        longest = Math.max(longest, segments.size());
        for (PathSegment segment : segments) {
          if (segment instanceof PathSegment.Literal literal) {
            taken.add(literal.text());
          }
        }
      }
    }
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < longest; i++) {
      parameters.add(free(LETTERS.get(i % LETTERS.size()), taken));
    }
    return new FreeTexts(parameters, free(ACCOUNT, taken));
  }

  /** Returns the letter, with a number behind it if need be, as no other text is, and takes it. */
  private static String free(String letter, Set<String> taken) {
    String text = letter;
    for (int i = 1; !taken.add(text); i++) {
      text = letter + i;
    }
    return text;
  }
}
