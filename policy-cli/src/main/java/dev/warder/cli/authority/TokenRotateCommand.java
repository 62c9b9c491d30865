package dev.warder.cli.authority;

import dev.warder.authority.Refused;
import dev.warder.authority.Rotation;
import dev.warder.authority.StoreFailure;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.NoAnswer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives a token another value. */
@Command(
    name = "rotate",
    customSynopsis = "warder token rotate ID [OPTION]...",
    header = "Gives a token another value and expiry, and waits until gates refuse the old value.",
    footer = {
      "",
      "Id, name, capabilities and account stay. The command prints or writes the new",
      "value at once. It then waits until no gate that follows the store accepts the",
      "old value. If that wait fails (exit code 2), the new value is valid anyway.",
      "",
      "Exit codes: 0 rotated, 1 refused, 2 no answer.",
      "",
      "Examples:",
      "  warder token rotate 3f0c6f0e-6d0e-4c55-9a41-0f5d5d1c7c11 --expires 90d",
      "  warder token rotate --token-file ci.token --value-file ci.token"
    })
final class TokenRotateCommand extends AuthorityTask {
  @Mixin NamedToken named;

  @Option(
      names = "--expires",
      paramLabel = "LIFETIME",
      description = "The lifetime, such as 30d or never; by default that of the catalogue.")
  @Nullable String expires;

  @Mixin ValueOutput value;

  @Override
  void check(Console console) throws NoAnswer {
    named.check();
  }

  @Override
  int answer(Authority authority) throws NoAnswer, Refused, StoreFailure, UnreadableKey {
    String id = named.id(authority);
    try (ValueOutput.ValueFile place = value.prepare()) {
      Rotation rotation = authority.signingTokens().rotate(authority.actor(), id, expires);
      // The value first: whatever happens to the wait, it is not lost.
      ValueOutput.print("ROTATED", rotation.token(), place, json, authority);
      rotation.awaitOldValueRefused();
    }
    return ALLOWED;
  }
}
