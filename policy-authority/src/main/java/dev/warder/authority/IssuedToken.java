package dev.warder.authority;

/**
 * A token just issued or rotated, with its value. The value is nowhere else: a user who loses it
 * has the token rotated.
 */
public final class IssuedToken {
  private final TokenInfo info;
  private final String value;

  IssuedToken(TokenInfo info, String value) {
    this.info = info;
    this.value = value;
  }

  /** Returns what is kept of the token. */
  public TokenInfo info() {
    return info;
  }

  /** Returns the text that a client presents. Everyone who has it can use the token. */
  public String value() {
    return value;
  }

  /** Returns the token's id, and nothing of its value. */
  @Override
  public String toString() {
    return "token " + info.id();
  }
}
