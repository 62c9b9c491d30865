package dev.warder.cli.authority;

import dev.warder.authority.Refused;
import dev.warder.authority.StoreFailure;
import dev.warder.authority.TokenAuthority;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Revokes all tokens of an account, or of a user in it. */
@Command(
    name = "revoke-all",
    customSynopsis = "warder token revoke-all [OPTION]...",
    header = "Revokes all tokens of an account, or of one user in it, for good.",
    footer = {
      "",
      "On a terminal the command asks first; elsewhere it needs --yes.",
      "",
      "Exit codes: 0 revoked, 1 refused, 2 no answer.",
      "",
      "Examples:",
      "  warder token revoke-all --account A --user bob",
      "  warder token revoke-all --account A --yes --json"
    })
final class TokenRevokeAllCommand extends AuthorityTask {
  @Mixin AccountOption account;

  @Option(
      names = "--user",
      paramLabel = "USER",
      description = "Revokes only tokens that were issued in this user's name.")
  @Nullable String user;

  @Option(names = "--yes", description = "Revokes without asking.")
  boolean yes;

  @Override
  void check(Console console) throws NoAnswer {
    if (!yes && !console.terminal().isAsked()) {
      throw NoAnswer.usage("this revokes tokens for good: confirm with --yes");
    }
  }

  @Override
  int answer(Authority authority) throws NoAnswer, Refused, StoreFailure, IOException {
    String in = account.in(authority);
    if (!yes) {
      confirm(in, authority.console());
    }
    TokenAuthority tokens = authority.tokens();
    int revoked =
        user == null
            ? tokens.revokeAll(authority.actor(), in)
            : tokens.revokeAll(authority.actor(), in, user);
    json.print(
        authority.console(),
        to -> to.println("REVOKED " + revoked + (revoked == 1 ? " token" : " tokens")),
        object -> {
          object.put("account", in);
          object.put("user", user);
          object.put("revoked", revoked);
        });
    return ALLOWED;
  }

  private void confirm(String in, Console console) throws NoAnswer, IOException {
    String whose = user == null ? "" : " of " + Shown.quoted(user);
    String answer =
        new Questions(console)
            .ask("Revoke all tokens" + whose + " in account " + Shown.quoted(in) + "? yes or no");
    if (!answer.equals("yes")) {
      throw NoAnswer.because("nothing was revoked");
    }
  }
}
