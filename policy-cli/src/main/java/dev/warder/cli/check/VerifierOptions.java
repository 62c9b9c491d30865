package dev.warder.cli.check;

import dev.warder.cli.profile.ProfileNames;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.OptionValue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How to verify signed tokens. Only fields: the verifier is loaded where needed. */
final class VerifierOptions {
  @Option(
      names = "--keys",
      paramLabel = "JWKS_FILE",
      description = "The key set that verifies signed tokens.")
  @Nullable String keys;

  @Option(
      names = "--issuer",
      paramLabel = "ISS",
      description = "The issuer that tokens must have, compared exactly.")
  @Nullable String issuer;

  @Option(names = "--any-issuer", description = "Accepts any issuer instead.")
  boolean anyIssuer;

  @Option(
      names = "--audience",
      paramLabel = "AUD",
      description = "The audience that tokens must have, compared exactly.")
  @Nullable String audience;

  @Option(names = "--any-audience", description = "Accepts any audience instead.")
  boolean anyAudience;

  @Option(
      names = "--clock-skew",
      paramLabel = "SECONDS",
      description = "How far the issuer's clock may be off, up to 600; by default 0.")
  @Nullable Integer clockSkew;

  @Option(names = "--accept-never-expiring", description = "Accepts tokens that never expire.")
  boolean acceptNeverExpiring;

  @Option(names = "--accept-without-account", description = "Accepts tokens that have no account.")
  boolean acceptWithoutAccount;

  @Option(names = "--scope", description = "Takes the capabilities from the claim `scope`.")
  boolean scope;

  @Option(
      names = "--profile",
      paramLabel = "NAME|FILE",
      completionCandidates = ProfileNames.class,
      description =
          "What the issuer's tokens look like: a file of YAML, or one of ${COMPLETION-CANDIDATES}.")
  @Nullable String profile;

  @Option(
      names = "--account-claim",
      paramLabel = "NAME",
      description = "The claim that names the account.")
  @Nullable String accountClaim;

  @Option(
      names = "--constant-account",
      paramLabel = "ACCOUNT",
      description = "The account of all tokens, whatever they say.")
  @Nullable String constantAccount;

  boolean isGiven() {
    return keys != null
        || issuer != null
        || anyIssuer
        || audience != null
        || anyAudience
        || clockSkew != null
        || acceptNeverExpiring
        || acceptWithoutAccount
        || scope
        || profile != null
        || accountClaim != null
        || constantAccount != null;
  }

  /** Checks that keys, issuer and audience are each given once, or waived. */
  void check() throws NoAnswer {
    if (keys == null || keys.isEmpty()) {
      throw NoAnswer.usage("a signed token needs a key set: give --keys JWKS_FILE");
    }
    check("--issuer ISS", issuer, "--any-issuer", anyIssuer);
    check("--audience AUD", audience, "--any-audience", anyAudience);
    checkOne("--scope", scope, "--profile", profile != null);
    checkOne(
        "--account-claim", accountClaim != null, "--constant-account", constantAccount != null);
    checkOne(
        "--constant-account",
        constantAccount != null,
        "--accept-without-account",
        acceptWithoutAccount);
    OptionValue.checkRange("--clock-skew", clockSkew == null ? 0 : clockSkew, 0, 600);
  }

  private static void checkOne(String option, boolean isGiven, String other, boolean isOther)
      throws NoAnswer {
    if (isGiven && isOther) {
      throw NoAnswer.usage(option + " and " + other + " contradict each other: leave one out");
    }
  }

  private static void check(String option, @Nullable String value, String waiver, boolean isWaived)
      throws NoAnswer {
    if (value == null && !isWaived) {
      throw NoAnswer.usage("a signed token needs one of two: give " + option + " or " + waiver);
    }
    if (value != null && isWaived) {
      throw NoAnswer.usage(option + " and " + waiver + " contradict each other: leave one out");
    }
    if (value != null && (value.isEmpty() || value.length() > 256)) {
      throw NoAnswer.usage(option + " has 1 to 256 characters");
    }
  }
}
