package dev.warder.model;

/** What an operation needs: one of three fixed words, or {@link Alternatives}. */
public sealed interface Requirement permits Requirement.Fixed, Alternatives {

  /** A requirement that names no capability. */
  enum Fixed implements Requirement {
    /** Everyone passes, with a token or without. */
    PUBLIC("public"),
    /** Every valid token passes, whatever it carries. */
    ANY_TOKEN("any token"),
    /** Nobody passes: the provider has not said what the operation needs. */
    UNMAPPED("unmapped");

    private final String word;

    Fixed(String word) {
      this.word = word;
    }

    /** Returns the words for this requirement in a catalogue file. */
    @Override
    public String toString() {
      return word;
    }
  }
}
