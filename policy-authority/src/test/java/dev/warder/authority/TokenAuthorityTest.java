package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warder.concurrent.Together;
import dev.warder.gate.GateReason;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the rules say, with each database. */
@ParameterizedClass
@EnumSource
class TokenAuthorityTest extends WithAuthority {
  TokenAuthorityTest(Database database) {
    super(database);
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

  /** An authority that names its issuer otherwise acts on the token as it was issued. */
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
