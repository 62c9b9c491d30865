package dev.warder.cli.authority;

import dev.warder.authority.Refused;
import dev.warder.authority.StoreFailure;
import dev.warder.authority.TokenPage;
import dev.warder.cli.text.NoAnswer;
import java.util.List;
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
   * @throws Refused when there is none or are several, as the authority refuses wherever it chooses
   */
  String in(Authority authority) throws NoAnswer, Refused, StoreFailure {
    if (id != null) {
      return id;
    }
    List<String> managed = authority.managedAccounts();
    while (managed.size() != 1) {
      // It returns only when the user became the manager of exactly one meanwhile.
      TokenPage unused = authority.tokens().list(authority.actor(), null, 0, 1);
      managed = authority.managedAccounts();
    }
    return managed.get(0);
  }
}
