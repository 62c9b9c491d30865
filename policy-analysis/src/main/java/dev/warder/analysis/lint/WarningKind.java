package dev.warder.analysis.lint;

import dev.warder.model.SlashAtEnd;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a {@link Warning} is about, as {@code SEMANTICS.md}, section 5.2, defines it. There may be
 * more in later releases.
 */
public enum WarningKind {
  /** A capability that no operation needs, nor any that it implies. */
  GUARDS_NOTHING(
      "guards-nothing", "it does nothing, though an admin who grants it may believe that it does"),
  /** A category without a capability. */
  EMPTY_CATEGORY("empty-category", "a dashboard would show a group with nothing in it"),
  /** A capability with the label of an earlier one. */
  DUPLICATE_LABEL("duplicate-label", "on a dashboard the two cannot be told apart"),
  /** A capability whose label has the words of another's raw string. */
  CROSSED_LABEL("crossed-label", "the label of one capability matches the raw name of another"),
  /** A name that is one letter from an earlier one. */
  ONE_LETTER_APART("one-letter-apart", "one may be a slip of the pen for the other"),
  /** A capability that lets its holder obtain others. */
  ESCALATING_CAPABILITY(
      "escalating-capability",
      "its holder can obtain more than it gives, so grant it as if it gave that too"),
  /** A mutating method for which capabilities to read suffice. */
  WRITE_GUARDED_BY_READ(
      "write-guarded-by-read", "a token that was meant to look can change something"),
  /** A reading method for which a capability to write is needed. */
  READ_GUARDED_BY_WRITE(
      "read-guarded-by-write", "a token that only reads must be able to change something"),
  /** An operation of which nobody has said what it needs. */
  UNMAPPED_OPERATION(
      "unmapped-operation", "it is denied to everyone until the catalogue has its requirement"),
  /** Two operations that ask other things, of a path and of this path with a slash at its end. */
  SLASH_AT_END(
      SlashAtEnd.WARNING,
      "a service that leaves this slash out runs another operation than the one judged"),
  /** An operation whose spanning parameter takes the text of another's, and more behind it. */
  SPAN_TAKES_TEXT(
      "span-takes-text",
      "paths that look like those of the other operation get the decision of this one"),
  /** Two operations that one path matches, whose requirements differ. */
  OVERLAPPING_TEMPLATES(
      "overlapping-templates",
      "a path that matches both gets the decision of one template or of both, not of each"),
  /** A command that needs more than is documented. */
  UNDERSTATED_DOCUMENTATION(
      "understated-documentation", "a token made by the documentation is denied"),
  /** An acceptance of a warning that there is not. */
  UNUSED_ACCEPTANCE(
      "unused-acceptance", "it would hide the warning if that came back for another reason");

  private final String code;
  private final String reason;

  WarningKind(String code, String reason) {
    this.code = code;
    this.reason = reason;
  }

  /** Returns the name in a catalogue file, such as {@code guards-nothing}. */
  public String code() {
    return code;
  }

  /** Returns why such a warning matters, in a few words. */
  public String reason() {
    return reason;
  }

  /** Returns the kind with a name, if there is one. */
  public static Optional<WarningKind> of(String code) {
    return Stream.of(values()).filter(kind -> kind.code.equals(code)).findFirst();
  }

  /** Returns the name in a catalogue file. */
  @Override
  public String toString() {
    return code;
  }
}
