package dev.warder.authority;

import java.util.List;
import java.util.OptionalLong;

/** Some of an account's tokens, the oldest first. */
public final class TokenPage {
  private final List<TokenInfo> tokens;
  private final OptionalLong next;

  TokenPage(List<TokenInfo> tokens, OptionalLong next) {
    this.tokens = List.copyOf(tokens);
    this.next = next;
  }

  /** Returns the tokens in the order in which they were issued first. */
  public List<TokenInfo> tokens() {
    return tokens;
  }

  /** Returns where the next page begins, or nothing when this is the last. */
  public OptionalLong next() {
    return next;
  }

  /** Returns the ids of the tokens. */
  @Override
  public String toString() {
    return tokens.stream().map(TokenInfo::id).toList().toString();
  }
}
