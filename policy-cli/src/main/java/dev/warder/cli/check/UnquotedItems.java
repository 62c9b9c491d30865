package dev.warder.cli.check;

import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.model.Catalogue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Arguments that name operations and commands, where the words of a command may stand without
 * quotes: {@code ably apps delete} is one item. The words are joined if there is exactly one way to
 * join them.
 */
final class UnquotedItems {
  private static final int SEVERAL = 2;

  private final Catalogue catalogue;
  private final List<String> arguments;
  private final int mostWords;

  /** The ways to read the arguments from each place on: none, one or {@link #SEVERAL}. */
  private final int[] ways;

  private UnquotedItems(Catalogue catalogue, List<String> arguments) {
    this.catalogue = catalogue;
    this.arguments = arguments;
    this.mostWords = catalogue.spellings().stream().mapToInt(UnquotedItems::words).max().orElse(1);
    this.ways = new int[arguments.size() + 1];
  }

  private static int words(String spelling) {
    return 1 + (int) spelling.chars().filter(c -> c == ' ').count();
  }

  /**
   * Returns the items. Where there is no way to read all arguments, the last item is the words that
   * no item was found for, up to where one begins.
   *
   * @throws NoAnswer when there are several ways
   */
  static List<String> of(Catalogue catalogue, List<String> arguments) throws NoAnswer {
    return new UnquotedItems(catalogue, arguments).read();
  }

  private boolean isName(String text) {
    return catalogue.operation(text).isPresent() || catalogue.command(text).isPresent();
  }

  private List<String> read() throws NoAnswer {
    ways[arguments.size()] = 1;
    for (int from = arguments.size() - 1; from >= 0; from--) {
      ways[from] = Math.min(SEVERAL, ends(from).stream().mapToInt(end -> ways[end]).sum());
    }
    if (ways[0] == SEVERAL) {
      throw NoAnswer.usage(
          Shown.quoted(String.join(" ", arguments))
              + " can be read in several ways; type --command NAME or --operation ID for each");
    }
    return ways[0] == 0 ? unread() : joined();
  }

  /** Returns where the items that begin at an argument end. */
  private List<Integer> ends(int from) {
    List<Integer> ends = new ArrayList<>();
    if (isName(arguments.get(from))) {
      ends.add(from + 1);
    }
    for (int end = from + 2; end <= Math.min(arguments.size(), from + mostWords); end++) {
      if (catalogue.command(text(from, end)).isPresent()) {
        ends.add(end);
      }
    }
    return ends;
  }

  private String text(int from, int end) {
    return String.join(" ", arguments.subList(from, end));
  }

  private List<String> joined() {
    List<String> items = new ArrayList<>();
    int from = 0;
    while (from < arguments.size()) {
      int end = ends(from).stream().filter(one -> ways[one] == 1).findFirst().orElseThrow();
      items.add(text(from, end));
      from = end;
    }
    return items;
  }

  /** Returns the items up to the last place that can be reached, and what is unknown there. */
  private List<String> unread() {
    int[] before = new int[arguments.size() + 1];
    Arrays.fill(before, -1);
    before[0] = 0;
    int last = 0;
    for (int from = 0; from < arguments.size(); from++) {
      if (before[from] >= 0) {
        last = from;
        for (int end : ends(from)) {
          before[end] = from;
        }
      }
    }
    List<String> items = new ArrayList<>();
    for (int end = last; end > 0; end = before[end]) {
      items.add(0, text(before[end], end));
    }
    int end = last + 1;
    while (end < arguments.size() && ends(end).isEmpty()) {
      end++;
    }
    items.add(text(last, end));
    return items;
  }
}
