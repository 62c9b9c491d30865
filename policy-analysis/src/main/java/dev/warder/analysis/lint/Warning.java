package dev.warder.analysis.lint;

import static java.util.Objects.requireNonNull;

import dev.warder.model.Acceptance;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that a review of a catalogue should look at. Immutable. */
public final class Warning {
  private final WarningKind kind;
  private final String subject;
  private final String message;
  private final @Nullable Acceptance acceptance;

  Warning(WarningKind kind, String subject, String message, @Nullable Acceptance acceptance) {
    this.kind = requireNonNull(kind);
    this.subject = requireNonNull(subject);
    this.message = requireNonNull(message);
    this.acceptance = acceptance;
  }

  /** Returns what it is about. */
  public WarningKind kind() {
    return kind;
  }

  /**
   * Returns what it is about in particular, such as a capability's raw string: what an acceptance
   * has as its {@code at}.
   */
  public String subject() {
    return subject;
  }

  /** Returns what was found, with the catalogue's own names in backticks. */
  public String message() {
    return message;
  }

  /** Returns the acceptance in the catalogue, where there is one. */
  public Optional<Acceptance> acceptance() {
    return Optional.ofNullable(acceptance);
  }

  /** Returns the kind, the subject and the message. */
  @Override
  public String toString() {
    return kind + " " + subject + ": " + message;
  }
}
