package dev.warder.cli.page;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Sentences of English text, and how long they may be. */
public final class Sentences {
  /** The most words that a sentence may have. */
  public static final int LONGEST = 30;

  /** The most words that the sentences of one page may have on average. */
  public static final int AVERAGE = 20;

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private Sentences() {}

  /** Returns the sentences of a text, in order. */
  public static List<String> of(String text) {
    BreakIterator ends = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    ends.setText(text);
    List<String> sentences = new ArrayList<>();
    int start = ends.first();
    for (int end = ends.next(); end != BreakIterator.DONE; start = end, end = ends.next()) {
      sentences.add(text.substring(start, end).strip());
    }
    return sentences;
  }

  /** Counts what stands between blanks and has a letter or a digit. */
  public static int words(String sentence) {
    return (int)
        BLANKS
            .splitAsStream(sentence)
            .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
            .count();
  }

  /** Returns the words of a sentence on average, or 0 without one. A label of two words is none. */
  public static double average(Collection<String> sentences) {
    return sentences.stream()
        .mapToInt(Sentences::words)
        .filter(words -> words > 2)
        .average()
        .orElse(0);
  }
}
