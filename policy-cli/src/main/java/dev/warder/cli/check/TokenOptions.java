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
      description = "Says that the token has no account, instead of --account.")
  boolean withoutAccount;

  @Option(names = "--anonymous", description = "Asks without a token, instead of the three above.")
  boolean anonymous;

  boolean isGiven() {
    return anonymous || withoutAccount || capabilities.isGiven() || account != null;
  }

  AskedToken token() throws NoAnswer {
    if (anonymous && (capabilities.isGiven() || account != null || withoutAccount)) {
      throw NoAnswer.usage(
          "--anonymous is a request without a token; it goes with neither --capabilities,"
              + " --account nor --without-account");
    }
    if (anonymous) {
      return AskedToken.NONE;
    }
    if (!capabilities.isGiven()) {
      throw NoAnswer.usage("needs the token's --capabilities, or --anonymous");
    }
    if (account != null && account.isEmpty()) {
      throw NoAnswer.usage("--account is empty");
    }
    if (account != null && withoutAccount) {
      throw NoAnswer.usage("--account and --without-account do not go together");
    }
    return new AskedToken(account, withoutAccount, capabilities.list());
  }
}
