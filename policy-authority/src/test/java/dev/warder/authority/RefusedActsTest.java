package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What an authority refuses, and why. */
@ParameterizedClass
@EnumSource
class RefusedActsTest extends WithAuthority {
  RefusedActsTest(Database database) {
    super(database);
  }

  @Test
  void get_aValueInPlaceOfAnId_refusedWithoutAWordOfIt() throws Exception {
    IssuedToken issued = issue("CI");
    Refused refused =
        catchThrowableOfType(Refused.class, () -> authority.tokens.get(ADMIN, issued.value()));
    assertThat(refused.reason()).isEqualTo(RefusalReason.UNKNOWN_TOKEN);
    assertThat(refused).hasMessage("this is no token's id, which has 36 characters");
  }

  /** No database keeps it, so nobody manages it: that is the answer, and no other failure. */
  @Test
  void idsThatNothingCanHave_areAnsweredLikeUnknownOnes() {
    for (String id : List.of("", "\0", "a\nb", "\uD83D")) {
      assertThat(refusal(() -> authority.tokens.get(ADMIN, id)))
          .isEqualTo(RefusalReason.UNKNOWN_TOKEN);
      assertThat(refusal(() -> authority.tokens.revokeAll(ADMIN, id)))
          .isEqualTo(RefusalReason.NOT_ALLOWED);
      assertThat(refusal(() -> authority.accounts.setRole(ADMIN, id, "u-1", Role.OWNER)))
          .isEqualTo(RefusalReason.NOT_ALLOWED);
      assertThat(refusal(() -> authority.accounts.removeMember(ADMIN, "A", id)))
          .isEqualTo(RefusalReason.UNKNOWN_MEMBER);
    }
  }

  @Test
  void issue_whatIsNotRight_refusedAndNothingDone() {
    assertThat(refusal(() -> authority.tokens.issue(ADMIN, TokenRequest.of("n"))))
        .isEqualTo(RefusalReason.NO_CAPABILITY);
    assertThat(refusal(() -> authority.tokens.issue(ADMIN, TokenRequest.of("n", "rule"))))
        .isEqualTo(RefusalReason.AMBIGUOUS_CAPABILITY);
    assertThat(refusal(() -> issue(" "))).isEqualTo(RefusalReason.BAD_NAME);
    assertThat(refusal(() -> issue("a\nb"))).isEqualTo(RefusalReason.BAD_NAME);
    assertThat(refusal(() -> issue("half \uD83D"))).isEqualTo(RefusalReason.BAD_NAME);
    assertThat(refusal(() -> issue("ci\u200b"))).isEqualTo(RefusalReason.BAD_NAME);
    assertThat(refusal(() -> issue("cafe\u0301"))).isEqualTo(RefusalReason.BAD_NAME);
    assertThat(
            refusal(
                () -> authority.tokens.issue(ADMIN, TokenRequest.of("n", "all").expiring("31d"))))
        .isEqualTo(RefusalReason.UNKNOWN_EXPIRY);
    assertThat(
            refusal(
                () -> authority.tokens.issue(ADMIN, TokenRequest.of("n", "all").inAccount("B"))))
        .isEqualTo(RefusalReason.NOT_ALLOWED);
  }

  @Test
  void issue_byWhoDoesNotManage_refused() throws Exception {
    for (Actor actor : List.of(DEVELOPER, new Actor("u-billing"), STRANGER)) {
      assertThat(refusal(() -> authority.tokens.issue(actor, TokenRequest.of("n", "all"))))
          .isEqualTo(RefusalReason.NOT_ALLOWED);
      assertThat(
              refusal(
                  () -> authority.tokens.issue(actor, TokenRequest.of("n", "all").inAccount("A"))))
          .isEqualTo(RefusalReason.NOT_ALLOWED);
    }
    String id = issue("n").info().id();
    for (Actor actor : List.of(DEVELOPER, STRANGER)) {
      assertThat(refusal(() -> authority.tokens.get(actor, id)))
          .isEqualTo(RefusalReason.UNKNOWN_TOKEN);
      assertThat(refusal(() -> authority.tokens.revoke(actor, id)))
          .isEqualTo(RefusalReason.UNKNOWN_TOKEN);
      assertThat(refusal(() -> authority.tokens.rotate(actor, id)))
          .isEqualTo(RefusalReason.UNKNOWN_TOKEN);
      assertThat(refusal(() -> authority.tokens.revokeAll(actor, "A")))
          .isEqualTo(RefusalReason.NOT_ALLOWED);
      assertThat(refusal(() -> authority.tokens.list(actor, "A", 0, 10)))
          .isEqualTo(RefusalReason.NOT_ALLOWED);
    }
  }

  /** As an older store may have one. */
  @Test
  void issue_severalAccountsOfWhichOneHides_itsCharactersAreShown() throws Exception {
    store.write(
        rows -> {
          rows.accounts().add(new AccountRow("B\u202e, C", "B", NOW));
          rows.members().set(new MemberRow("B\u202e, C", ADMIN.user(), Role.ADMIN));
          return null;
        });
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> authority.tokens.issue(ADMIN, TokenRequest.of("n", "all")))
        .withMessage("you manage several accounts: `A`, `B\\u{202e}, C`");
  }

  @Test
  void issue_severalAccounts_oneIsToBeSaid() throws Exception {
    authority.accounts.add(OPERATOR, "B", "Account B", ADMIN.user());
    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> authority.tokens.issue(ADMIN, TokenRequest.of("n", "all")));
    assertThat(refused.reason()).isEqualTo(RefusalReason.ACCOUNT_NEEDED);
    assertThat(refused).hasMessage("you manage several accounts: `A`, `B`");
    assertThat(
            authority
                .tokens
                .issue(ADMIN, TokenRequest.of("n", "all").inAccount("B"))
                .info()
                .account())
        .isEqualTo("B");
  }

  @Test
  void onlyManaged_oneNoneOrSeveral_isTheAccountOrRefused() throws Exception {
    assertThat(authority.accounts.onlyManaged(ADMIN)).isEqualTo("A");
    assertThat(refusal(() -> authority.accounts.onlyManaged(new Actor("u-nobody"))))
        .isEqualTo(RefusalReason.NOT_ALLOWED);
    authority.accounts.add(OPERATOR, "B", "Account B", ADMIN.user());
    assertThat(refusal(() -> authority.accounts.onlyManaged(ADMIN)))
        .isEqualTo(RefusalReason.ACCOUNT_NEEDED);
  }

  @Test
  void lastAdmin_stays() throws Exception {
    authority.accounts.removeMember(ADMIN, "A", OWNER.user());
    assertThat(refusal(() -> authority.accounts.removeMember(ADMIN, "A", ADMIN.user())))
        .isEqualTo(RefusalReason.LAST_ADMIN);
    assertThat(refusal(() -> authority.accounts.setRole(ADMIN, "A", ADMIN.user(), Role.BILLING)))
        .isEqualTo(RefusalReason.LAST_ADMIN);
    authority.accounts.setRole(ADMIN, "A", ADMIN.user(), Role.OWNER);
    assertThat(refusal(() -> authority.accounts.removeMember(ADMIN, "A", "u-nobody")))
        .isEqualTo(RefusalReason.UNKNOWN_MEMBER);
    assertThat(refusal(() -> authority.accounts.add(OPERATOR, "A", "Mine", "u-x")))
        .isEqualTo(RefusalReason.ACCOUNT_EXISTS);
    assertThat(authority.accounts.list(ADMIN))
        .containsExactly(new AccountInfo("A", "Account A", Role.OWNER));
  }
}
