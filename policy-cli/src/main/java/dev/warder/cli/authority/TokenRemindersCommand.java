package dev.warder.cli.authority;

import dev.warder.authority.StoreFailure;
import dev.warder.authority.TokenInfo;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.TextTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists the tokens whose expiry is to be reminded of. */
@Command(
    name = "reminders",
    customSynopsis = "warder token reminders [OPTION]...",
    header = "Lists the tokens that expire within 7 days, and within 1 day.",
    footer = {
      "",
      "The command lists the tokens of all accounts that you manage, the first to",
      "expire first. Times are in UTC, cut to the minute; --json shows them whole.",
      "",
      "Exit codes: 0 none expires so soon, 1 some do, 2 no answer.",
      "",
      "Examples:",
      "  warder token reminders",
      "  warder token reminders --json"
    })
final class TokenRemindersCommand extends AuthorityTask {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int PAGE = 1_000;

  @Override
  int answer(Authority authority) throws NoAnswer, StoreFailure {
    List<TokenInfo> tokens = expiring(authority);
    Instant now = authority.console().clock().instant();
    json.print(
        authority.console(),
        to -> table(tokens, now).print(to),
        answer ->
            answer.putObjects(
                "tokens",
                tokens,
                (object, token) -> {
                  object.put("within", within(token, now));
                  TokenInfoOutput.write(object, token, now);
                }));
    return tokens.isEmpty() ? ALLOWED : DENIED;
  }

  private static List<TokenInfo> expiring(Authority authority) throws NoAnswer, StoreFailure {
    List<TokenInfo> all = new ArrayList<>();
    List<TokenInfo> page;
    do {
      TokenInfo last = all.isEmpty() ? null : all.get(all.size() - 1);
      page = authority.tokens().expiring(authority.actor(), WEEK, last, PAGE);
      all.addAll(page);
    } while (page.size() == PAGE);
    return all;
  }

  private static TextTable table(List<TokenInfo> tokens, Instant now) {
    TextTable table =
        new TextTable("ID", "NAME", "ACCOUNT", "USER", "EXPIRES", "WITHIN").keepWhole("ID");
    for (TokenInfo token : tokens) {
      table.row(
          token.id(),
          token.name(),
          token.account(),
          token.createdBy(),
          TokenInfoOutput.shortExpiry(token),
          within(token, now));
    }
    return table;
  }

  /** At exactly a day before, the day's reminder is due. */
  private static String within(TokenInfo token, Instant now) {
    Instant day = now.plus(DAY);
    return token.expiresAt().filter(expiry -> !expiry.isAfter(day)).isPresent()
        ? "1 day"
        : "7 days";
  }
}
