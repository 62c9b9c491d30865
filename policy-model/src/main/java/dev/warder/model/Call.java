package dev.warder.model;

/** A call that a {@link Command} makes. */
public sealed interface Call {

  /** Returns what the call needs. */
  Requirement requirement();

  /**
   * A call of an operation of the catalogue.
   *
   * @param operation the operation
   */
  record Known(Operation operation) implements Call {
    /** Returns what the operation needs. */
    @Override
    public Requirement requirement() {
      return operation.requirement();
    }

    /** Returns the operation's id. */
    @Override
    public String toString() {
      return operation.id();
    }
  }

  /**
   * A call that no document describes; it is denied as unmapped operations are.
   *
   * @param description what is known of it, such as its method and path
   */
  record Unspecified(String description) implements Call {
    /** Returns {@code unmapped}. */
    @Override
    public Requirement requirement() {
      return Requirement.Fixed.UNMAPPED;
    }

    /** Returns the description. */
    @Override
    public String toString() {
      return description;
    }
  }
}
