package dev.warder.authority;

import static com.google.common.base.Preconditions.checkArgument;

import dev.warder.gate.token.AccessToken;
import dev.warder.gate.token.TokenRejected;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an authority answers about tokens, and changes nothing by. See {@link TokenAuthority}. */
final class TokenQueries {
  static final int MOST_OF_A_PAGE = 1_000;
  private static final Comparator<TokenInfo> FIRST_TO_EXPIRE =
      Comparator.comparing((TokenInfo token) -> token.expiresAt().orElseThrow())
          .thenComparing(TokenInfo::id);

  private final Store store;
  private final String issuer;
  private final TokenSigning signing;

  TokenQueries(Store store, String issuer, TokenSigning signing) {
    this.store = store;
    this.issuer = issuer;
    this.signing = signing;
  }

  TokenInfo get(Actor actor, String id) throws Refused, StoreFailure {
    return store.read(rows -> new TokenInfo(new Rules(rows, actor).token(id)));
  }

  TokenPage list(Actor actor, @Nullable String account, long from, int most)
      throws Refused, StoreFailure {
    checkPage(most);
    return store.read(
        rows -> {
          String named = new Rules(rows, actor).account(account);
          List<TokenRow> found = rows.tokens().page(named, from, most + 1L);
          List<TokenRow> shown = found.subList(0, Math.min(most, found.size()));
          return new TokenPage(
              shown.stream().map(TokenInfo::new).toList(),
              found.size() > most
                  ? OptionalLong.of(shown.get(most - 1).ordinal())
                  : OptionalLong.empty());
        });
  }

  /** Of each account only what may still be on the page is read. */
  List<TokenInfo> expiring(Actor actor, Duration within, @Nullable TokenInfo after, int most)
      throws StoreFailure {
    checkPage(most);
    checkArgument(
        after == null || after.expiresAt().isPresent(),
        "the token before never expires: %s",
        after);
    return store.read(
        rows -> {
          Instant end = rows.now().plus(within).plusMillis(1);
          NavigableSet<TokenInfo> page = new TreeSet<>(FIRST_TO_EXPIRE);
          for (String account : new Rules(rows, actor).managed()) {
            Instant before =
                page.size() < most ? end : page.last().expiresAt().orElseThrow().plusMillis(1);
            expiring(rows, account, after, before, most).stream()
                .map(TokenInfo::new)
                .forEach(page::add);
            while (page.size() > most) {
              page.pollLast();
            }
          }
          return List.copyOf(page);
        });
  }

  /** What has expired since the page before is not live any more. */
  private static List<TokenRow> expiring(
      Rows rows, String account, @Nullable TokenInfo after, Instant before, int most)
      throws StoreFailure {
    Instant from = rows.now().plusMillis(1);
    Instant last = after == null ? Instant.MIN : after.expiresAt().orElseThrow();
    return after == null || last.isBefore(from)
        ? rows.tokens().expiring(account, from, before, most)
        : rows.tokens().expiringAfter(account, last, after.id(), before, most);
  }

  private static void checkPage(int most) {
    checkArgument(most >= 1 && most <= MOST_OF_A_PAGE, "a page has 1 to 1,000 tokens: %s", most);
  }

  TokenDetails describe(AccessToken token) throws Refused, StoreFailure {
    return store.read(
        rows -> {
          Optional<TokenRow> row =
              rows.tokens().get(token.tokenId()).filter(found -> isOf(found, token));
          if (row.isEmpty()) {
            throw new Refused(RefusalReason.UNKNOWN_TOKEN, "the token is none of this store's");
          }
          if (row.get().revokedAt().isPresent() || !row.get().valueId().equals(token.valueId())) {
            throw new Refused(RefusalReason.REVOKED, "the token, or this value of it, was revoked");
          }
          String account = row.get().accountId();
          return new TokenDetails(
              new TokenInfo(row.get()),
              row.get().createdBy(),
              rows.accounts().get(account).map(AccountRow::name).orElse(account));
        });
  }

  private static boolean isOf(TokenRow row, AccessToken token) {
    return row.issuer().equals(token.issuer())
        && token.account().equals(Optional.of(row.accountId()));
  }

  TokenDetails describe(String value) throws TokenRejected, Refused, StoreFailure {
    return describe(signing.readOf(issuer, value, store.now()));
  }

  String idOf(String value) throws TokenRejected {
    return signing.read(value, store.now()).tokenId();
  }
}
