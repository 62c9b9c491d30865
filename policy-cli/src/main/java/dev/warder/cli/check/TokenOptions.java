package dev.warder.cli.check;

import dev.warder.cli.text.NoAnswer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The token of the person who asks, or that there is none. */
final class TokenOptions {
  @Mixin CapabilitiesOption capabilities;

  @Option(
      names = "--account",
      paramLabel = "ACCOUNT",
      description = "The token's account, which is needed if the answer depends on it.")
  @Nullable String account;

  @Option(
      names = "--without-account",
      description = "The token has no account; instead of --account.")
  boolean withoutAccount;

  @Option(names = "--anonymous", description = "There is no token; instead of the three above.")
  boolean anonymous;

  boolean isGiven() {
    return anonymous || withoutAccount || capabilities.isGiven() || account != null;
  }

  AskedToken token() throws NoAnswer {
    if (anonymous && (capabilities.isGiven() || account != null || withoutAccount)) {
      throw NoAnswer.usage(
          "--anonymous is a request without a token: leave it out, or leave out --capabilities,"
              + " --account and --without-account");
    }
    if (anonymous) {
      return AskedToken.NONE;
    }
    if (!capabilities.isGiven()) {
      throw NoAnswer.usage(
          "needs a token: give --capabilities LIST, --token-file FILE or --anonymous");
    }
    if (account != null && account.isEmpty()) {
      throw NoAnswer.usage("the account has no name: give --account ACCOUNT, or --without-account");
    }
    if (account != null && withoutAccount) {
      throw NoAnswer.usage("--account and --without-account contradict each other: leave one out");
    }
    return new AskedToken(account, withoutAccount, capabilities.list());
  }
}
