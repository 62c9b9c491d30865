package dev.warder.gate.token;

import dev.warder.gate.token.TokenVectorFile.VerifierSettings;
import java.time.Duration;
import java.util.function.Function;

/**
 * One way in which a good token becomes a hostile one.
 *
 * @param fault the fault under the strict profile
 * @param settings how the verifier differs; null for not at all
 * @param now when the token is judged, in seconds
 * @param field the value of the field that carries the changed token
 */
record HostileChange(
    String name,
    String fault,
    VerifierSettings settings,
    long now,
    Function<GoodToken, String> field) {

  /** Returns one that changes the token's text, for a verifier as it is. */
  static HostileChange ofText(String name, TokenFault fault, Function<GoodToken, String> text) {
    return ofField(name, fault, good -> "Bearer " + text.apply(good));
  }

  static HostileChange ofField(String name, TokenFault fault, Function<GoodToken, String> field) {
    return new HostileChange(name, fault.code(), null, GoodToken.NOW, field);
  }

  /** Returns the good token with the profile that the change is for. */
  GoodToken meant(GoodToken good) {
    if (settings != null && settings.longestLifetime() > 0) {
      return good.with("{\"longestLifetime\": \"" + settings.longestLifetime() + "s\"}");
    }
    return settings != null && settings.scope() && good.name().equals("strict")
        ? good.with("{\"capabilities\": {\"text\": \"scope\"}}")
        : good;
  }

  /** Returns the same text for changes whose verifiers are alike. */
  String verifierName() {
    return settings + (fault.equals(TokenFault.TOO_LONG.code()) ? ", short" : "");
  }

  /** Returns a verifier of tokens like a good one that {@link #meant} returned. */
  TokenVerifierBuilder verifier(GoodToken meant) {
    TokenVerifierBuilder builder = meant.verifier(SigningKey.set(meant.key()));
    if (!fault.equals(TokenFault.TOO_LONG.code())) {
      // A signature by RSA is longer than those of the vectors.
      builder.mostCharacters(2 * TokenLimits.MOST_CHARACTERS);
    }
    if (settings == null) {
      return builder.audience(meant.aud()).withoutClockSkew();
    }
    if (settings.anyAudience()) {
      builder.acceptTokensForAnyAudience();
    } else {
      builder.audience(meant.aud());
    }
    if (settings.neverExpiring()) {
      builder.acceptTokensThatNeverExpire();
    }
    if (settings.withoutAccount()) {
      builder.acceptTokensWithoutAccount();
    }
    return builder.clockSkew(Duration.ofSeconds(settings.clockSkew()));
  }

  @Override
  public String toString() {
    return name;
  }
}
