package dev.warder.cli.text;

import java.util.List;

/**
 * The headings in a command's help, by the order that options have there. The command's own options
 * have none: they come first, without a heading.
 */
public final class OptionSection {
  /** The order of options that name a store and who acts in it. */
  public static final int STORE = 1;

  /** The order of options about what a store's tokens and keys are made of. */
  public static final int KEYS = 2;

  /** The order of options that name a catalogue. */
  public static final int CATALOGUE = 3;

  /** The order of options about what is printed. */
  public static final int OUTPUT = 4;

  private static final List<String> HEADINGS =
      List.of("", "Store:", "Tokens and keys of the store:", "Catalogue:", "Output and help:");

  private OptionSection() {}

  /** Returns the order of all sections, that of a command's own options first. */
  static List<Integer> all() {
    return List.of(0, STORE, KEYS, CATALOGUE, OUTPUT);
  }

  /** Returns the section that an option of an order stands in. */
  static int of(int order) {
    return Math.max(0, order);
  }

  /** Returns the heading of a section, or an empty text. */
  static String heading(int section) {
    return HEADINGS.get(section);
  }
}
