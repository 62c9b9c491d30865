package dev.warder.authority;

import static com.google.common.base.Preconditions.checkArgument;

import dev.warder.model.text.VisibleName;

/**
 * The operator of a store: who has the store itself and the keys that lie outside it. What is the
 * store's and no account's (accounts to add, keys that sign) is the operator's to change. It is
 * made where the program decides that by itself, never of an id that a request carries: users of
 * accounts are {@link Actor}s, and no actor's name in the audit is an operator's.
 */
public final class Operator {
  private final String name;

  private Operator(String name) {
    this.name = name;
  }

  /**
   * Returns the operator. The caller vouches that it acts for somebody who has the store and its
   * keys.
   *
   * @param name who that is, for the audit, which has it as {@code (operator NAME)}
   * @throws IllegalArgumentException for a name that is no user's id
   */
  public static Operator whoHasTheStoreAndItsKeys(String name) {
    checkArgument(
        PlainText.isUser(name) && VisibleName.isOne(name),
        "an operator's name has %s, and no bracket",
        VisibleName.RULE);
    return new Operator(name);
  }

  /** Returns the name, which no user can have: with parentheses around it. */
  String inAudit() {
    return "(operator " + name + ")";
  }

  /** Returns the name as the audit has it. */
  @Override
  public String toString() {
    return inAudit();
  }
}
