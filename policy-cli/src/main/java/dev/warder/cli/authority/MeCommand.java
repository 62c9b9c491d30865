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
    header = "Describes a token to the person who holds it: the answer to GET /me.",
    footer = {
      "",
      "The token must be live, and have the issuer and the audience of --issuer and",
      "--audience. It needs no capability.",
      "",
      "Exit codes: 0 live; 1 revoked, or not in the store; 2 no answer, also when no",
      "key of the store signed the value.",
      "",
      "Examples:",
      "  warder me --token-file ci.token",
      "  warder me --token-env ACCESS_TOKEN --json"
    })
final class MeCommand extends AuthorityTask {
  @Mixin TokenSource source;

  @Override
  void check(Console console) throws NoAnswer {
    source.check(null, false);
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
