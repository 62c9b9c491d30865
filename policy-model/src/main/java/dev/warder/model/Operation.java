package dev.warder.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A method and a path template, with what it needs. Immutable; equal when all parts are equal, but
 * an engine takes only the operations of its own catalogue.
 */
public final class Operation {
  private final int ordinal;
  private final String id;
  private final String method;
  private final PathTemplate template;
  private final String summary;
  private final AccountRule accountRule;
  private final Requirement requirement;
  private final @Nullable String documentation;

  Operation(
      int ordinal,
      String id,
      String method,
      PathTemplate template,
      String summary,
      AccountRule accountRule,
      Requirement requirement,
      @Nullable String documentation) {
    this.ordinal = ordinal;
    this.id = id;
    this.method = method;
    this.template = template;
    this.summary = summary;
    this.accountRule = accountRule;
    this.requirement = requirement;
    this.documentation = documentation;
  }

  /** Returns this operation's place in its catalogue's order, from 0. */
  public int ordinal() {
    return ordinal;
  }

  /** Returns what the catalogue calls this operation. */
  public String id() {
    return id;
  }

  /** Returns the method, case as written. */
  public String method() {
    return method;
  }

  /** Returns the template, base path included. */
  public PathTemplate template() {
    return template;
  }

  /** Returns what this operation does, in a few words. */
  public String summary() {
    return summary;
  }

  /** Returns how the account that a request touches is known. */
  public AccountRule accountRule() {
    return accountRule;
  }

  /** Returns what this operation needs. */
  public Requirement requirement() {
    return requirement;
  }

  /** Returns the address of this operation's own documentation, where the catalogue gives one. */
  public Optional<String> documentation() {
    return Optional.ofNullable(documentation);
  }

  /**
   * Returns whether another operation, whose shape is this one's but for a slash at the end, asks
   * the same: equal requirements, and the same checks of the same segments in the same order,
   * whatever the parameters are called.
   */
  public boolean asksAs(Operation other) {
    return requirement.equals(other.requirement) && checks().equals(other.checks());
  }

  /** Returns what is checked, and where: a segment behind a span is counted from the end. */
  private List<List<?>> checks() {
    return accountRule.checks().stream()
        .<List<?>>map(
            check ->
                List.of(
                    check instanceof AccountCheck.Owned owned ? owned.kind() : "",
                    check.segment(),
                    template.span() >= 0 && check.segment() > template.span()))
        .toList();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Operation that
            && ordinal == that.ordinal
            && id.equals(that.id)
            && method.equals(that.method)
            && template.equals(that.template)
            && summary.equals(that.summary)
            && accountRule.equals(that.accountRule)
            && requirement.equals(that.requirement)
            && Objects.equals(documentation, that.documentation));
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  /** Returns the id. */
  @Override
  public String toString() {
    return id;
  }
}
