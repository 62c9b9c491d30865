package dev.warder.cli.check;

import dev.warder.cli.profile.ProfileChoice;
import dev.warder.cli.text.FileFailure;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.gate.token.AccessToken;
import dev.warder.gate.token.ClaimPath;
import dev.warder.gate.token.InvalidKeySet;
import dev.warder.gate.token.KeySet;
import dev.warder.gate.token.TokenProfile;
import dev.warder.gate.token.TokenProfileBuilder;
import dev.warder.gate.token.TokenRejected;
import dev.warder.gate.token.TokenVerifier;
import dev.warder.gate.token.TokenVerifierBuilder;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verifies signed tokens as the command line says, by the program's clock. */
final class TokenCheck {
  /** Logs speak of few tokens, again and again. */
  private static final int SEEN_TOKENS = 1_024;

  private final TokenVerifier verifier;
  private final TokenProfile profile;
  private final @Nullable String constantAccount;
  private final InstantSource clock;

  private TokenCheck(
      TokenVerifier verifier,
      TokenProfile profile,
      @Nullable String constantAccount,
      InstantSource clock) {
    this.verifier = verifier;
    this.profile = profile;
    this.constantAccount = constantAccount;
    this.clock = clock;
  }

  static TokenCheck of(VerifierOptions options, InstantSource clock) throws NoAnswer {
    options.check();
    TokenProfile profile = profile(options);
    TokenVerifierBuilder builder =
        TokenVerifier.builder()
            .acceptTokensThatWereRevoked()
            .keys(keys(String.valueOf(options.keys), profile))
            .profile(profile)
            .clockSkew(Duration.ofSeconds(options.clockSkew == null ? 0 : options.clockSkew))
            .keepSeenTokens(SEEN_TOKENS);
    if (options.issuer == null) {
      builder.acceptTokensOfAnyIssuer();
    } else {
      builder.issuer(options.issuer);
    }
    if (options.audience == null) {
      builder.acceptTokensForAnyAudience();
    } else {
      builder.audience(options.audience);
    }
    if (options.acceptNeverExpiring) {
      builder.acceptTokensThatNeverExpire();
    }
    if (options.acceptWithoutAccount || options.constantAccount != null) {
      builder.acceptTokensWithoutAccount();
    }
    try {
      return new TokenCheck(builder.build(), profile, options.constantAccount, clock);
    } catch (IllegalStateException e) {
      throw NoAnswer.usage(
          "the profile names no account: give --account-claim NAME, --constant-account ACCOUNT or"
              + " --accept-without-account");
    }
  }

  private static TokenProfile profile(VerifierOptions options) throws NoAnswer {
    if (options.profile != null) {
      return ProfileChoice.of(options.profile, options.accountClaim);
    }
    TokenProfileBuilder builder = TokenProfile.builder();
    if (options.scope) {
      builder.capabilitiesAsText(ClaimPath.claim("scope"));
    }
    try {
      if (options.accountClaim != null) {
        builder.account(ClaimPath.claim(options.accountClaim));
      }
      return builder.build();
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw NoAnswer.usage("--account-claim: " + e.getMessage());
    }
  }

  private static KeySet keys(String file, TokenProfile profile) throws NoAnswer {
    try {
      return KeySet.read(Path.of(file), profile);
    } catch (InvalidKeySet e) {
      List<String> lines = new ArrayList<>();
      e.problems().forEach(problem -> lines.add(Shown.whole(file + ": " + problem)));
      lines.add("warder: " + Shown.quoted(file) + " is not a key set that can verify tokens");
      throw NoAnswer.because(lines);
    } catch (IOException | InvalidPathException e) {
      throw FileFailure.unreadable(file, e);
    }
  }

  /** Returns what a token says that was verified now. */
  AskedToken verify(String text) throws RejectedToken {
    try {
      AccessToken token = verifier.verifyBare(text, clock.millis());
      String account = constantAccount == null ? token.account().orElse(null) : constantAccount;
      return new AskedToken(account, account == null, List.copyOf(token.capabilities()));
    } catch (TokenRejected e) {
      throw new RejectedToken(e.fault(), profile);
    }
  }
}
