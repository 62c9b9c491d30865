package dev.warder.cli.authority;

import dev.warder.authority.StoreFailure;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
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

  /** Returns the account named, or the only one that the user manages. */
  String in(Authority authority) throws NoAnswer, StoreFailure {
    if (id != null) {
      return id;
    }
    List<String> managed = authority.managedAccounts();
    if (managed.size() == 1) {
      return managed.get(0);
    }
    throw NoAnswer.usage(
        managed.isEmpty()
            ? Shown.quoted(authority.actor().user())
                + " manages no account; --as names another user"
            : "needs --account, one of " + Shown.whole(String.join(", ", managed)));
  }
}
