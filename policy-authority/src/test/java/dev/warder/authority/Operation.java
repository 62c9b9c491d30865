package dev.warder.authority;

import java.util.function.Consumer;

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
    return answer(authority, given -> {});
  }

  /**
   * The same. It passes on what it will return as soon as it has the new value.
   *
   * @param given takes what a caller has then
   */
  String answer(TokenAuthority authority, Consumer<String> given) {
    try {
      return switch (kind) {
        case "issue" -> tell(given, authority.issue(ADA, TokenRequest.of("n", "write:app")));
        case "rotate" -> {
          Rotation rotation = authority.rotate(ADA, token);
          String done = tell(given, rotation.token());
          rotation.awaitOldValueRefused();
          yield done;
        }
        case "revoke" -> "done " + authority.revoke(ADA, token).id();
        default -> throw new IllegalArgumentException(kind);
      };
    } catch (Refused e) {
      return "refused " + e.reason();
    } catch (StoreFailure e) {
      return "failed " + e.kind() + " " + e.getMessage();
    }
  }

  private static String tell(Consumer<String> given, IssuedToken token) {
    String done = "done " + token.info().id() + " " + token.value();
    given.accept(done);
    return done;
  }
}
