package dev.warder.cli;

import dev.warder.authority.StoreFailure;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.gate.token.AccessToken;
import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.TokenRejected;
import dev.warder.gate.token.TokenVerifier;
import dev.warder.gate.token.TokenVerifierBuilder;

/** The value of a token, as somebody holds it: verified by the store's keys. */
final class PresentedToken {
  private PresentedToken() {}

  /** Reads a value. That a key of the store signed it suffices to say which token it is. */
  static AccessToken read(TokenSource source, Authority authority)
      throws NoAnswer, StoreFailure, UnreadableKey {
    return read(
        TokenVerifier.builder().acceptTokensOfAnyIssuer().acceptTokensForAnyAudience(),
        source,
        authority);
  }

  /** The same, as a gate would: of the issuer and for the audience that are said. */
  static AccessToken readAsAGateWould(TokenSource source, Authority authority)
      throws NoAnswer, StoreFailure, UnreadableKey {
    return read(
        TokenVerifier.builder().issuer(authority.issuer()).audience(authority.audience()),
        source,
        authority);
  }

  private static AccessToken read(
      TokenVerifierBuilder rules, TokenSource source, Authority authority)
      throws NoAnswer, StoreFailure, UnreadableKey {
    String text = source.read(null, "--token-file", authority.console());
    if (authority.keys().list().isEmpty()) {
      throw NoAnswer.because("the store has made no token yet");
    }
    TokenVerifier verifier =
        rules
            .keys(authority.keys().ring(Algorithm.RS256).keySet())
            .withoutClockSkew()
            .acceptTokensThatNeverExpire()
            .acceptTokensThatWereRevoked()
            .build();
    try {
      return verifier.verify("Bearer " + text, authority.console().clock().millis());
    } catch (TokenRejected e) {
      throw NoAnswer.because("the value is not accepted: " + e.fault() + " (" + e.reason() + ")");
    }
  }
}
