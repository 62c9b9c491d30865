package dev.warder.cli.authority;

import dev.warder.authority.Refused;
import dev.warder.authority.StoreFailure;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.NoAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what is kept of a token. */
@Command(
    name = "show",
    customSynopsis = "warder token show ID [OPTION]...",
    header = "Shows what the store keeps of a token. It does not keep the value.",
    footer = {
      "",
      "Exit codes: 0 shown, 1 refused, 2 no answer.",
      "",
      "Examples:",
      "  warder token show 3f0c6f0e-6d0e-4c55-9a41-0f5d5d1c7c11",
      "  warder token show --token-file found.txt"
    })
final class TokenShowCommand extends AuthorityTask {
  @Mixin NamedToken named;

  @Override
  void check(Console console) throws NoAnswer {
    named.check();
  }

  @Override
  int answer(Authority authority) throws NoAnswer, Refused, StoreFailure, UnreadableKey {
    TokenInfoOutput.print(
        "", authority.tokens().get(authority.actor(), named.id(authority)), json, authority);
    return ALLOWED;
  }
}
