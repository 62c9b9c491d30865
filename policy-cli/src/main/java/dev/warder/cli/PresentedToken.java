package dev.warder.cli;

import dev.warder.authority.StoreFailure;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.gate.token.AccessToken;
import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.TokenRejected;
import dev.warder.gate.token.TokenVerifier;

/** The value of a token, as somebody holds it: verified by the store's keys. */
final class PresentedToken {
  private static final String HEADER = "Authorization: ";
  private static final String BEARER = "Bearer ";

  private PresentedToken() {}

  /** Reads a value, with or without what stands before it in a header line. */
  static AccessToken read(TokenSource source, Authority authority)
      throws NoAnswer, StoreFailure, UnreadableKey {
    String text = bare(source.read(null, "--token-file", authority.console()));
    if (authority.keys().list().isEmpty()) {
      throw NoAnswer.because("the store has made no token yet");
    }
    TokenVerifier verifier =
        TokenVerifier.builder()
            .acceptTokensOfAnyIssuer()
            .acceptTokensForAnyAudience()
            .keys(authority.keys().ring(Algorithm.RS256).keySet())
            .withoutClockSkew()
            .acceptTokensThatNeverExpire()
            .build();
    try {
      return verifier.verify(text, authority.console().clock().instant());
    } catch (TokenRejected e) {
      throw NoAnswer.because(
          "the value names no token: " + e.fault() + " (" + e.reason() + "); give its id");
    }
  }

  private static String bare(String text) {
    String field = text.startsWith(HEADER) ? text.substring(HEADER.length()) : text;
    return field.startsWith(BEARER) ? field.substring(BEARER.length()) : field;
  }
}
