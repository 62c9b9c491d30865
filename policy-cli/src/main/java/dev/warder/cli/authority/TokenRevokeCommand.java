package dev.warder.cli.authority;

import dev.warder.authority.Refused;
import dev.warder.authority.StoreFailure;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.NoAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Revokes a token. */
@Command(
    name = "revoke",
    customSynopsis = "warder token revoke ID [OPTION]...",
    header = "Revokes a token with every value of it, at once and for good.",
    footer = {
      "",
      "When the command ends, no gate that follows the store accepts the token.",
      "Revoking a token twice changes nothing.",
      "",
      "Exit codes: 0 revoked, 1 refused, 2 no answer.",
      "",
      "Examples:",
      "  warder token revoke 3f0c6f0e-6d0e-4c55-9a41-0f5d5d1c7c11",
      "  warder token revoke --token-env LEAKED_TOKEN"
    })
final class TokenRevokeCommand extends AuthorityTask {
  @Mixin NamedToken named;

  @Override
  void check(Console console) throws NoAnswer {
    named.check();
  }

  @Override
  int answer(Authority authority) throws NoAnswer, Refused, StoreFailure, UnreadableKey {
    TokenInfoOutput.print(
        "REVOKED",
        authority.tokens().revoke(authority.actor(), named.id(authority)),
        json,
        authority);
    return ALLOWED;
  }
}
