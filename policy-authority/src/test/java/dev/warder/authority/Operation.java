package dev.warder.authority;

import java.util.Optional;

/**
 * Something that a {@link Worker} is asked to do.
 *
 * @param kind {@code issue}, {@code rotate} or {@code revoke}
 * @param token the id of the token; {@code -} for one to be issued
 */
record Operation(String kind, String token) {
  static final Actor ADA = new Actor("ada");
  static final String ACCOUNT = "A";
  static final Operation ISSUE = new Operation("issue", "-");

  static Operation rotate(String token) {
    return new Operation("rotate", token);
  }

  static Operation revoke(String token) {
    return new Operation("revoke", token);
  }

  static Operation parse(String line) {
    String[] words = line.split(" ", -1);
    return new Operation(words[0], words[1]);
  }

  String line() {
    return kind + " " + token;
  }

  /**
   * Does it, and returns {@code done}, the token's id and its value, if it has a new one; or {@code
   * refused} or {@code failed} and why.
   */
  String answer(TokenAuthority authority) {
    try {
      return switch (kind) {
        case "issue" -> done(authority.issue(ADA, TokenRequest.of("n", "write:app")));
        case "rotate" -> done(authority.rotate(ADA, token, Optional.empty()));
        case "revoke" -> "done " + authority.revoke(ADA, token).id();
        default -> throw new IllegalArgumentException(kind);
      };
    } catch (Refused e) {
      return "refused " + e.reason();
    } catch (StoreFailure e) {
      return "failed " + e.kind() + " " + e.getMessage();
    }
  }

  private static String done(IssuedToken token) {
    return "done " + token.info().id() + " " + token.value();
  }
}
