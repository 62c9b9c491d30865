package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists of tokens, page by page, and those that end soon. */
@ParameterizedClass
@EnumSource
class ListedTokensTest extends WithAuthority {
  ListedTokensTest(Database database) {
    super(database);
  }

  @Test
  void list_pagesOf1To1000() throws Exception {
    for (int most : new int[] {1, 1_000}) {
      assertThat(authority.tokens.list(ADMIN, null, 0, most).tokens()).isEmpty();
    }
    for (int most : new int[] {0, 1_001}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> authority.tokens.list(ADMIN, null, 0, most));
    }
  }

  @Test
  void list_pages_haveEachTokenOnce() throws Exception {
    List<String> issued = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      issued.add(issue("n" + i).info().id());
    }
    List<String> listed = new ArrayList<>();
    OptionalLong from = OptionalLong.of(0);
    int pages = 0;
    do {
      TokenPage page = authority.tokens.list(ADMIN, null, from.orElseThrow(), 3);
      page.tokens().forEach(token -> listed.add(token.id()));
      from = page.next();
      pages++;
    } while (from.isPresent());
    assertThat(listed).isEqualTo(issued);
    assertThat(pages).isEqualTo(3);
    assertThat(authority.tokens.list(ADMIN, null, 0, 7).next()).isEmpty();
  }

  @Test
  void expiring_within_boundariesPinned() throws Exception {
    IssuedToken in30Days = issue("30");
    authority.tokens.issue(ADMIN, TokenRequest.of("60", "all").expiring("60d"));
    authority.tokens.issue(ADMIN, TokenRequest.of("never", "all").expiring("never"));
    Duration left = Duration.between(NOW, in30Days.info().expiresAt().orElseThrow());
    assertThat(authority.tokens.expiring(ADMIN, left, null, 1_000))
        .containsExactly(in30Days.info());
    assertThat(authority.tokens.expiring(ADMIN, left.minusMillis(1), null, 1_000)).isEmpty();
    assertThat(authority.tokens.expiring(DEVELOPER, left, null, 1_000)).isEmpty();
    authority.tokens.revoke(ADMIN, in30Days.info().id());
    assertThat(authority.tokens.expiring(ADMIN, left, null, 1_000)).isEmpty();
  }

  /** So that one answer cannot take all memory, or a connection for long. */
  @Test
  void expiring_pages_haveEachTokenOnce() throws Exception {
    List<TokenInfo> issued = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      issued.add(issue("n" + i).info());
    }
    Duration always = Duration.ofDays(36_500);
    List<TokenInfo> listed = new ArrayList<>(authority.tokens.expiring(ADMIN, always, null, 3));
    assertThat(listed).hasSize(3);
    listed.addAll(authority.tokens.expiring(ADMIN, always, listed.get(2), 3));
    assertThat(listed).hasSize(6);
    listed.addAll(authority.tokens.expiring(ADMIN, always, listed.get(5), 3));
    assertThat(listed).containsExactlyInAnyOrderElementsOf(issued);
    assertThat(authority.tokens.expiring(ADMIN, always, listed.get(6), 3)).isEmpty();
  }

  @Test
  void expiring_notAPage_refused() throws Exception {
    TokenInfo never =
        authority.tokens.issue(ADMIN, TokenRequest.of("n", "all").expiring("never")).info();
    Duration week = Duration.ofDays(7);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> authority.tokens.expiring(ADMIN, week, null, 1_001))
        .withMessage("a page has 1 to 1,000 tokens: 1001");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> authority.tokens.expiring(ADMIN, week, null, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> authority.tokens.expiring(ADMIN, week, never, 1));
  }
}
