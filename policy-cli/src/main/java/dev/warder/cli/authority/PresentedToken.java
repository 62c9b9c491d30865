package dev.warder.cli.authority;

import dev.warder.authority.Refused;
import dev.warder.authority.StoreFailure;
import dev.warder.authority.TokenAuthority;
import dev.warder.authority.TokenDetails;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.TokenSource;
import dev.warder.gate.token.TokenRejected;

/** The value of a token, as somebody holds it: verified by the store's keys. */
final class PresentedToken {
  private PresentedToken() {}

  /** Returns the id of the token that a value is of. A key of the store signed it. */
  static String id(TokenSource source, Authority authority)
      throws NoAnswer, StoreFailure, UnreadableKey {
    String text = source.read(authority.console());
    try {
      return tokens(authority).idOf(text);
    } catch (TokenRejected e) {
      throw rejected(e);
    }
  }

  /** Returns what a token is whose value a gate would accept: of this issuer and audience. */
  static TokenDetails details(TokenSource source, Authority authority)
      throws NoAnswer, Refused, StoreFailure, UnreadableKey {
    String text = source.read(authority.console());
    try {
      return tokens(authority).describe(text);
    } catch (TokenRejected e) {
      throw rejected(e);
    }
  }

  private static TokenAuthority tokens(Authority authority)
      throws NoAnswer, StoreFailure, UnreadableKey {
    if (authority.keys().list().isEmpty()) {
      throw NoAnswer.because("the store has made no token yet");
    }
    return authority.signingTokens();
  }

  private static NoAnswer rejected(TokenRejected e) {
    return NoAnswer.because("the value is not accepted: " + e.fault() + " (" + e.reason() + ")");
  }
}
