package dev.warder.cli.authority;

import dev.warder.authority.Refused;
import dev.warder.authority.StoreFailure;
import dev.warder.authority.TokenInfo;
import dev.warder.authority.TokenPage;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.TextTable;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the tokens of an account. */
@Command(
    name = "list",
    customSynopsis = "warder token list [OPTION]...",
    header = "Lists an account's tokens, the oldest first, also revoked and expired ones.",
    footer = {
      "",
      "Times are in UTC, cut to the minute; --json shows them whole.",
      "",
      "Exit codes: 0 listed, also when there are none; 1 refused; 2 no answer.",
      "",
      "Examples:",
      "  warder token list",
      "  warder token list --account A --most 20 --after 20",
      "  warder token list --all --json"
    })
final class TokenListCommand extends AuthorityTask {
  @Mixin AccountOption account;

  @Mixin Paging paging;

  @Option(
      names = "--all",
      description = "Lists all pages; with --json each page on a line of its own.")
  boolean all;

  @Override
  void check(Console console) throws NoAnswer {
    paging.check();
  }

  @Override
  int answer(Authority authority) throws NoAnswer, Refused, StoreFailure {
    OptionalLong from = OptionalLong.of(paging.after);
    do {
      TokenPage page =
          authority
              .tokens()
              .list(
                  authority.actor(),
                  account.id,
                  from.orElseThrow(),
                  all ? Paging.MOST : paging.most);
      print(page, authority.console());
      from = page.next();
    } while (all && from.isPresent());
    return ALLOWED;
  }

  private void print(TokenPage page, Console console) {
    Instant now = console.clock().instant();
    json.print(
        console,
        to -> {
          table(page.tokens(), now).print(to);
          if (!all && page.next().isPresent()) {
            to.println("There are more: type --after " + page.next().getAsLong() + ", or --all");
          }
        },
        answer -> {
          answer.putObjects(
              "tokens",
              page.tokens(),
              (object, token) -> TokenInfoOutput.write(object, token, now));
          page.next().ifPresent(next -> answer.put("next", next));
        });
  }

  private static TextTable table(List<TokenInfo> tokens, Instant now) {
    TextTable table =
        new TextTable("ID", "NAME", "CAPABILITIES", "USER", "EXPIRES", "LAST USED", "STATE")
            .keepWhole("ID");
    for (TokenInfo token : tokens) {
      table.row(
          token.id(),
          token.name(),
          token.capabilities(),
          token.createdBy(),
          TokenInfoOutput.shortExpiry(token),
          token.lastUsedAt().map(ShortTime::of),
          TokenInfoOutput.state(token, now));
    }
    return table;
  }
}
