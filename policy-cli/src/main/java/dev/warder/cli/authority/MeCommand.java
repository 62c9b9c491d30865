package dev.warder.cli.authority;

import dev.warder.authority.Refused;
import dev.warder.authority.StoreFailure;
import dev.warder.authority.TokenDetails;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.TokenSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Describes a token to its holder. */
@Command(
    name = "me",
    customSynopsis = "warder me --token-file FILE|--token-env VARIABLE [OPTION]...",
    header = "Says what a token is to whoever holds it: the answer to GET /me.",
    footer = {
      "",
      "Any token that is live will do, whatever its capabilities, of the issuer",
      "and for the audience that are said.",
      "",
      "Exit codes: 0 it is live, 1 it was revoked or is none of the store's, 2 no",
      "answer, such as for a value that no key of the store signed.",
      "",
      "Examples:",
      "  warder me --token-file ci.token",
      "  warder me --token-env ACCESS_TOKEN --json"
    })
final class MeCommand extends AuthorityTask {
  @Mixin TokenSource source;

  @Override
  void check(Console console) throws NoAnswer {
    if (!source.isGiven()) {
      throw NoAnswer.usage("needs a token: --token-file or --token-env");
    }
  }

  @Override
  int answer(Authority authority) throws NoAnswer, Refused, StoreFailure, UnreadableKey {
    TokenDetails details = PresentedToken.details(source, authority);
    json.print(
        authority.console(),
        to ->
            TokenInfoOutput.rows(details.token(), authority)
                .add("account name", details.accountName())
                .print(to),
        answer -> {
          TokenInfoOutput.putToken(answer, details.token(), authority);
          answer.putObject("user", user -> user.put("id", details.user()));
          answer.putObject(
              "account",
              account -> {
                account.put("id", details.token().account());
                account.put("name", details.accountName());
              });
        });
    return ALLOWED;
  }
}
