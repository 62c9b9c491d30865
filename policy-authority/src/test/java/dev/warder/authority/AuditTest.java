package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class AuditTest extends WithStore {
  private static final Actor ADA = new Actor("ada");
  private static final Actor BOB = new Actor("bob");
  private Audit audit;

  AuditTest(Database database) {
    super(database);
  }

  @BeforeEach
  void open() {
    audit = Audit.of(store, new byte[32]);
  }

  private void addAccounts() throws Exception {
    Accounts accounts = Accounts.of(store, new byte[32]);
    accounts.add(OPERATOR, "A", "Account A", "ada");
    accounts.add(OPERATOR, "B", "Account B", "bob");
    accounts.setRole(ADA, "A", "carl", Role.DEVELOPER);
  }

  @Test
  void isEmpty_untilSomethingIsDone() throws Exception {
    assertThat(Audit.isEmpty(store)).isTrue();
    addAccounts();
    assertThat(Audit.isEmpty(store)).isFalse();
  }

  @Test
  void list_whatTheActorManages_andWhatIsNoAccounts() throws Exception {
    addAccounts();
    AuditEvent ofNoAccount =
        new AuditEvent("x", "rotate-key", Optional.empty(), Optional.empty(), "{}");
    store.write(rows -> rows.audit().append(CHAIN, ofNoAccount));
    List<AuditEntry> entries = audit.list(ADA, 0, 100);
    assertThat(entries).extracting(AuditEntry::position).containsExactly(1L, 3L, 4L);
    assertThat(entries.get(0))
        .isEqualTo(
            new AuditEntry(
                new AuditRow(
                    1,
                    NOW,
                    new AuditEvent(
                        "(operator ops)",
                        "add-account",
                        Optional.of("A"),
                        Optional.empty(),
                        "{\"user\":\"ada\"}"),
                    entries.get(0).mac())));
    assertThat(audit.list(BOB, 0, 100)).extracting(AuditEntry::position).containsExactly(2L, 4L);
  }

  @Test
  void list_pages_goOnAfterAPosition() throws Exception {
    addAccounts();
    assertThat(audit.list(ADA, 0, 1)).extracting(AuditEntry::position).containsExactly(1L);
    assertThat(audit.list(ADA, 1, 1)).extracting(AuditEntry::position).containsExactly(3L);
    assertThat(audit.list(ADA, 3, 1)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> audit.list(ADA, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> audit.list(ADA, 0, 1_001));
  }

  /** Far more rows of others than a page has lie before the one that is meant. */
  @Test
  void list_manyOfOthersBefore_findsItsOwn() throws Exception {
    addAccounts();
    store.write(
        rows -> {
          for (int i = 0; i < 2_500; i++) {
            rows.audit()
                .append(
                    CHAIN,
                    new AuditEvent("bob", "issue", Optional.of("B"), Optional.empty(), "{}"));
          }
          return rows.audit()
              .append(
                  CHAIN, new AuditEvent("ada", "issue", Optional.of("A"), Optional.empty(), "{}"));
        });
    assertThat(audit.list(ADA, 3, 10)).extracting(AuditEntry::position).containsExactly(2_504L);
  }

  @Test
  void list_whoManagesNothing_refused() throws Exception {
    addAccounts();
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> audit.list(new Actor("carl"), 0, 10))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(RefusalReason.NOT_ALLOWED));
  }

  @Test
  void verify_headNotedBefore_tellsThatTheEndIsGone() throws Exception {
    addAccounts();
    String head = audit.verify().head();
    assertThat(audit.verify(head).isIntact()).isTrue();
    database.tamper(place, "delete from audit where position = 3");
    assertThat(audit.verify().isIntact()).isTrue();
    assertThat(audit.verify(head).finding()).isEqualTo(AuditVerdict.Finding.HEAD_MISSING);
    assertThat(audit.verify(head).isIntact()).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> audit.verify(""));
  }
}
