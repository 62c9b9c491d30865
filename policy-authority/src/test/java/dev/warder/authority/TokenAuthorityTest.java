package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.warder.concurrent.Together;
import dev.warder.gate.GateReason;
import dev.warder.gate.GateRequest;
import dev.warder.gate.token.AccessToken;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the rules say, with each database. */
class TokenAuthorityTest {
  private static final Actor ADMIN = new Actor("u-admin");
  private static final Actor OWNER = new Actor("u-owner");
  private static final Actor DEVELOPER = new Actor("u-dev");
  private static final Actor STRANGER = new Actor("u-x");

  @Nested
  class Sqlite extends Tests {
    Sqlite() {
      super(Database.SQLITE);
    }
  }

  @Nested
  class Postgresql extends Tests {
    Postgresql() {
      super(Database.POSTGRESQL);
    }
  }

  abstract static class Tests extends WithStore {
    private Authority authority;

    Tests(Database database) {
      super(database);
    }

    @BeforeEach
    void makeAuthority() throws Exception {
      authority = new Authority(store, folder.resolve("mark"), () -> NOW);
      authority.accounts.add(OPERATOR, "A", "Account A", ADMIN.user());
      authority.accounts.setRole(ADMIN, "A", OWNER.user(), Role.OWNER);
      authority.accounts.setRole(ADMIN, "A", DEVELOPER.user(), Role.DEVELOPER);
      authority.accounts.setRole(ADMIN, "A", "u-billing", Role.BILLING);
    }

    @AfterEach
    void closeAuthority() {
      authority.close();
    }

    private static RefusalReason refusal(ThrowingCallable work) {
      return catchThrowableOfType(Refused.class, work).reason();
    }

    private IssuedToken issue(String name) throws Exception {
      return authority.tokens.issue(ADMIN, TokenRequest.of(name, "write:app"));
    }

    @Test
    void issue_valueIsLetThroughAndKeptNowhere() throws Exception {
      IssuedToken issued = issue("CI");
      assertThat(authority.ask(issued)).isEqualTo(GateReason.ALLOWED);
      assertThat(authority.ask(issued.value(), "GET")).isEqualTo(GateReason.METHOD_NOT_ALLOWED);
      TokenInfo info = authority.tokens.get(OWNER, issued.info().id());
      assertThat(info).isEqualTo(issued.info());
      assertThat(info.name()).isEqualTo("CI");
      assertThat(info.account()).isEqualTo("A");
      assertThat(info.createdBy()).isEqualTo("u-admin");
      assertThat(info.capabilities()).containsExactly("write:app");
      Instant second = NOW.truncatedTo(ChronoUnit.SECONDS);
      assertThat(info.issuedAt()).isEqualTo(second);
      assertThat(info.expiresAt()).contains(second.plus(Duration.ofDays(30)));
      assertThat(info.revokedAt()).isEmpty();
      assertThat(info.id()).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-.{12}");
      assertThat(issued.toString()).doesNotContain(issued.value().substring(20, 40));
    }

    /** Whoever revokes may call the issuer otherwise; the token is the one that it is. */
    @Test
    void rotateAndRevoke_byAnAuthorityOfAnotherIssuer_areOfTheTokensOwn() throws Exception {
      IssuedToken old = issue("CI");
      TokenAuthority other =
          TokenAuthority.builder()
              .store(store)
              .catalogue(Authority.CATALOGUE)
              .issuer("https://another.example.com")
              .audience("control-api")
              .keys(() -> Authority.KEYS)
              .auditKey(new byte[32])
              .follower(authority.follower)
              .bound(Duration.ZERO)
              .build();
      Rotation rotation = other.rotate(ADMIN, old.info().id());
      rotation.awaitOldValueRefused();
      IssuedToken rotated = rotation.token();
      assertThat(authority.ask(old)).isEqualTo(GateReason.REVOKED_TOKEN);
      assertThat(authority.ask(rotated)).isEqualTo(GateReason.ALLOWED);
      other.revoke(ADMIN, old.info().id());
      assertThat(authority.ask(rotated)).isEqualTo(GateReason.REVOKED_TOKEN);
    }

    @Test
    void issue_nameOf256Characters_andNoneLonger() throws Exception {
      assertThat(issue("x".repeat(256)).info().name()).hasSize(256);
      assertThat(refusal(() -> issue("x".repeat(257)))).isEqualTo(RefusalReason.BAD_NAME);
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
    void addAccount_idAndNameOf1To256Characters() throws Exception {
      authority.accounts.add(OPERATOR, "x".repeat(256), "x".repeat(256), ADMIN.user());
      for (String text : new String[] {"", " ", "x".repeat(257), "a\nb"}) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> authority.accounts.add(OPERATOR, text, "name", ADMIN.user()));
        assertThatIllegalArgumentException()
            .isThrownBy(() -> authority.accounts.add(OPERATOR, "id", text, ADMIN.user()));
      }
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
    void issue_choices_areResolvedInCatalogueOrder() throws Exception {
      IssuedToken issued =
          authority.tokens.issue(
              ADMIN,
              TokenRequest.of("n", "Write Queue", "all of Apps", "read:app").expiring("never"));
      assertThat(issued.info().capabilities())
          .containsExactly("read:app", "write:app", "write:queue");
      assertThat(issued.info().expiresAt()).isEmpty();
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
                    () ->
                        authority.tokens.issue(actor, TokenRequest.of("n", "all").inAccount("A"))))
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

    @Test
    void issue_severalAccounts_oneIsToBeSaid() throws Exception {
      authority.accounts.add(OPERATOR, "B", "Account B", ADMIN.user());
      Refused refused =
          catchThrowableOfType(
              Refused.class, () -> authority.tokens.issue(ADMIN, TokenRequest.of("n", "all")));
      assertThat(refused.reason()).isEqualTo(RefusalReason.ACCOUNT_NEEDED);
      assertThat(refused).hasMessage("say for which account: A, B");
      assertThat(
              authority
                  .tokens
                  .issue(ADMIN, TokenRequest.of("n", "all").inAccount("B"))
                  .info()
                  .account())
          .isEqualTo("B");
    }

    @Test
    void rotate_oldValueIsDeadAndTheRestStays() throws Exception {
      IssuedToken old = issue("CI");
      assertThat(authority.ask(old)).isEqualTo(GateReason.ALLOWED);
      Rotation rotation = authority.tokens.rotate(OWNER, old.info().id(), "60d");
      IssuedToken rotated = rotation.token();
      assertThat(authority.pauses).isEmpty();
      rotation.awaitOldValueRefused();
      assertThat(authority.ask(old)).isEqualTo(GateReason.REVOKED_TOKEN);
      assertThat(authority.ask(rotated)).isEqualTo(GateReason.ALLOWED);
      assertThat(authority.pauses).containsExactly(Duration.ofSeconds(1));
      TokenInfo info = rotated.info();
      assertThat(info.id()).isEqualTo(old.info().id());
      assertThat(info.name()).isEqualTo("CI");
      assertThat(info.createdBy()).isEqualTo("u-admin");
      assertThat(info.capabilities()).isEqualTo(old.info().capabilities());
      assertThat(info.expiresAt())
          .contains(NOW.truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(60)));
    }

    @Test
    void revoke_everyValueIsDeadForGood() throws Exception {
      IssuedToken old = issue("CI");
      IssuedToken rotated = authority.tokens.rotate(ADMIN, old.info().id()).token();
      TokenInfo revoked = authority.tokens.revoke(OWNER, old.info().id());
      assertThat(revoked.revokedAt()).contains(NOW);
      assertThat(authority.ask(old)).isEqualTo(GateReason.REVOKED_TOKEN);
      assertThat(authority.ask(rotated)).isEqualTo(GateReason.REVOKED_TOKEN);
      assertThat(refusal(() -> authority.tokens.rotate(ADMIN, old.info().id())))
          .isEqualTo(RefusalReason.REVOKED);
    }

    @Test
    void revoke_twice_changesNothing() throws Exception {
      String id = issue("CI").info().id();
      TokenInfo first = authority.tokens.revoke(ADMIN, id);
      List<AuditRow> audited = all(rows -> rows.audit().page(0, 100));
      assertThat(authority.tokens.revoke(ADMIN, id)).isEqualTo(first);
      assertThat(all(rows -> rows.audit().page(0, 100))).isEqualTo(audited);
      assertThat(all(rows -> rows.revocations().page(1, 100))).hasSize(1);
    }

    @Test
    void revokeAll_ofAnAccountOrAUser_thoseAlone() throws Exception {
      IssuedToken one = issue("one");
      IssuedToken two = authority.tokens.issue(OWNER, TokenRequest.of("two", "write:app"));
      assertThat(authority.tokens.revokeAll(ADMIN, "A", OWNER.user())).isEqualTo(1);
      assertThat(authority.ask(one)).isEqualTo(GateReason.ALLOWED);
      assertThat(authority.ask(two)).isEqualTo(GateReason.REVOKED_TOKEN);
      assertThat(authority.tokens.revokeAll(ADMIN, "A")).isEqualTo(1);
      assertThat(authority.ask(one)).isEqualTo(GateReason.REVOKED_TOKEN);
      // Issued in the same second, and after: not meant.
      assertThat(authority.ask(issue("three"))).isEqualTo(GateReason.ALLOWED);
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
      assertThat(authority.tokens.expiring(ADMIN, left)).containsExactly(in30Days.info());
      assertThat(authority.tokens.expiring(ADMIN, left.minusMillis(1))).isEmpty();
      assertThat(authority.tokens.expiring(DEVELOPER, left)).isEmpty();
      authority.tokens.revoke(ADMIN, in30Days.info().id());
      assertThat(authority.tokens.expiring(ADMIN, left)).isEmpty();
    }

    @Test
    void describe_tokenOfThisStore_saysWhatAClientMayKnow() throws Exception {
      IssuedToken issued = issue("CI");
      var token =
          authority
              .gate
              .authorize(
                  GateRequest.builder()
                      .authorization("Bearer " + issued.value())
                      .method("GET")
                      .target("/v1/me")
                      .client("192.0.2.7")
                      .build())
              .token()
              .orElseThrow();
      assertThat(authority.tokens.describe(token))
          .isEqualTo(new TokenDetails(issued.info(), "u-admin", "Account A"));
      for (String column : List.of("issuer", "account_id")) {
        String before = column.equals("issuer") ? Authority.ISSUER : "A";
        database.tamper(
            place,
            "insert into account (id, name, created_at) values ('%s', 'x', 1)".formatted(column),
            "update token set %s = '%s'".formatted(column, column));
        assertThat(refusal(() -> authority.tokens.describe(token)))
            .isEqualTo(RefusalReason.UNKNOWN_TOKEN);
        database.tamper(place, "update token set %s = '%s'".formatted(column, before));
      }
    }

    @Test
    void describe_valueRotatedOrTokenRevoked_refusedWhateverWasVerifiedBefore() throws Exception {
      IssuedToken issued = issue("CI");
      AccessToken old = verified(issued);
      IssuedToken rotated = authority.tokens.rotate(ADMIN, issued.info().id()).token();
      assertThat(refusal(() -> authority.tokens.describe(old))).isEqualTo(RefusalReason.REVOKED);
      AccessToken present = verified(rotated);
      assertThat(authority.tokens.describe(present).token().id()).isEqualTo(issued.info().id());
      authority.tokens.revoke(ADMIN, issued.info().id());
      assertThat(refusal(() -> authority.tokens.describe(present)))
          .isEqualTo(RefusalReason.REVOKED);
    }

    private AccessToken verified(IssuedToken issued) {
      return authority
          .gate
          .authorize(
              GateRequest.builder()
                  .authorization("Bearer " + issued.value())
                  .method("GET")
                  .target("/v1/me")
                  .client("192.0.2.7")
                  .build())
          .token()
          .orElseThrow();
    }

    @Test
    void audit_everyChange_isInTheChainWithoutValues() throws Exception {
      IssuedToken issued = issue("CI");
      IssuedToken rotated = authority.tokens.rotate(OWNER, issued.info().id()).token();
      authority.tokens.revoke(ADMIN, issued.info().id());
      List<AuditRow> rows = all(each -> each.audit().page(0, 100));
      assertThat(rows)
          .extracting(row -> row.event().actor() + " " + row.event().action())
          .containsExactly(
              "(operator ops) add-account",
              "u-admin set-role-owner",
              "u-admin set-role-developer",
              "u-admin set-role-billing",
              "u-admin issue",
              "u-owner rotate",
              "u-admin revoke");
      assertThat(rows.get(6).event().tokenId()).contains(issued.info().id());
      assertThat(rows.toString()).doesNotContain(issued.value(), rotated.value());
      assertThat(AuditCheck.verify(CHAIN, store).finding()).isEqualTo(AuditVerdict.Finding.INTACT);
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

    /** Two authorities of one store, as two processes are, at once: one value lives. */
    @Test
    void rotate_byTwoAtOnce_oneValueLives() throws Exception {
      IssuedToken issued = issue("CI");
      Authority other = new Authority(store, folder.resolve("mark-2"), () -> NOW);
      try (Together together = new Together(2)) {
        Set<String> values = new HashSet<>();
        for (int round = 0; round < 10; round++) {
          String id = issued.info().id();
          together
              .run(() -> authority.tokens.rotate(ADMIN, id), () -> other.tokens.rotate(ADMIN, id))
              .forEach(rotation -> values.add(rotation.token().value()));
        }
        assertThat(values).hasSize(20);
        authority.follower.poll();
        assertThat(values)
            .filteredOn(value -> authority.ask(value, "PATCH") == GateReason.ALLOWED)
            .hasSize(1);
      } finally {
        other.close();
      }
    }
  }
}
