package dev.warder.authority;

import java.util.List;
import java.util.OptionalLong;

/**
 * Some of an account's tokens, the oldest first.
 *
 * @param tokens in the order in which they were issued first
 * @param next where the next page begins, or nothing when this is the last
 */
public record TokenPage(List<TokenInfo> tokens, OptionalLong next) {
  /** Copies the tokens. */
  public TokenPage {
    tokens = List.copyOf(tokens);
  }
}
