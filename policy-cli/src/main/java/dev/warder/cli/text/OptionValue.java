package dev.warder.cli.text;

import static java.util.stream.Collectors.joining;

import java.util.function.Function;
import java.util.stream.Stream;

/** Checks the values of options: a wrong one is refused, with what would be right. */
public final class OptionValue {
  private OptionValue() {}

  /** Checks that a number is within bounds. */
  public static void checkRange(String option, long value, long least, long most) throws NoAnswer {
    if (value < least || value > most) {
      throw NoAnswer.usage(
          option + " is a number from " + least + " to " + most + ", not " + value);
    }
  }

  /** Returns which of all values a word stands for. */
  public static <T> T choose(String option, String word, T[] all, Function<T, String> words)
      throws NoAnswer {
    for (T value : all) {
      if (words.apply(value).equals(word)) {
        return value;
      }
    }
    throw NoAnswer.usage(
        option
            + " is one of "
            + Stream.of(all).map(words).collect(joining(", "))
            + ", not "
            + Shown.quoted(word));
  }
}
