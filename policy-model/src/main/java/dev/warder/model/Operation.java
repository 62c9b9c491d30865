package dev.warder.model;

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
