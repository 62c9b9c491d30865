package dev.warder.cli.authority;

import dev.warder.authority.Refused;
import dev.warder.authority.StoreFailure;
import dev.warder.cli.text.NoAnswer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The account that a command works in. */
final class AccountOption {
  @Option(
      names = "--account",
      paramLabel = "ACCOUNT",
      description = "The account; by default the only one that you manage.")
  @Nullable String id;

  /**
   * Returns the account named, or the only one that the user manages.
   *
   * @throws Refused when none is named, and the user manages none or several
   */
  String in(Authority authority) throws NoAnswer, Refused, StoreFailure {
    return id == null ? authority.accounts().onlyManaged(authority.actor()) : id;
  }
}
