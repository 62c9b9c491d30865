package dev.warder.authority;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * The user in whose name an authority acts. An actor attributes and does not authenticate: the
 * caller that makes one has authenticated this user.
 *
 * @param user the user's id
 */
public record Actor(String user) {
  /**
   * Makes an actor.
   *
   * @throws IllegalArgumentException for an id that is not 1 to 256 characters without controls and
   *     brackets, as the audit has those who are no users in parentheses: {@code (first use)},
   *     {@code (operator ada)}
   */
  public Actor {
    checkArgument(PlainText.isUser(user), "a user's id has %s", PlainText.USER);
  }
}
