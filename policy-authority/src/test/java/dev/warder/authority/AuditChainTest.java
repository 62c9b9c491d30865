package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warder.authority.AuditVerdict.Finding;
import dev.warder.concurrent.Together;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class AuditChainTest extends WithStore {
  AuditChainTest(Database database) {
    super(database);
  }

  private List<String> heads() throws StoreFailure {
    return store.read(rows -> rows.audit().page(0, 100).stream().map(AuditRow::mac).toList());
  }

  private void assertWrongAt(long position) throws StoreFailure {
    AuditVerdict verdict = AuditCheck.verify(CHAIN, store);
    assertThat(verdict.finding()).isEqualTo(Finding.WRONG_ROW);
    assertThat(verdict.wrongPosition()).isEqualTo(position);
  }

  @Test
  void verify_noRows_intactWithNoHead() throws Exception {
    assertThat(AuditCheck.verify(CHAIN, store))
        .isEqualTo(new AuditVerdict(Finding.INTACT, 0, AuditChain.NO_HEAD));
    assertThat(AuditCheck.verify(CHAIN, store, "x").finding()).isEqualTo(Finding.HEAD_MISSING);
  }

  @Test
  void append_events_readAsTheyWere() throws Exception {
    AuditEvent strange =
        new AuditEvent("\uD83D\uDE00", "'\"\n", Optional.empty(), Optional.of(""), "{}");
    audit(1, 1);
    store.write(rows -> rows.audit().append(CHAIN, strange));
    List<AuditRow> rows = store.read(r -> r.audit().page(0, 10));
    assertThat(rows).extracting(AuditRow::event).containsExactly(event(1), strange);
    assertThat(rows).extracting(AuditRow::at).containsOnly(NOW);
    assertThat(rows).extracting(AuditRow::position).containsExactly(1L, 2L);
    assertThat(AuditCheck.verify(CHAIN, store).isIntact()).isTrue();
  }

  @Test
  void verify_rows_countAndHead() throws Exception {
    audit(1, 3);
    assertThat(AuditCheck.verify(CHAIN, store))
        .isEqualTo(new AuditVerdict(Finding.INTACT, 3, heads().get(2)));
  }

  @Test
  void verify_moreRowsThanAPage_allOfThem() throws Exception {
    store.write(
        rows -> {
          for (int i = 1; i <= 2_000; i++) {
            rows.audit().append(CHAIN, event(i));
          }
          return null;
        });
    assertThat(AuditCheck.verify(CHAIN, store).count()).isEqualTo(2_000);
    audit(2_001, 2_001);
    assertThat(AuditCheck.verify(CHAIN, store).count()).isEqualTo(2_001);
    database.tamper(place, "update audit set actor = 'u-2' where position = 1001");
    assertWrongAt(1_001);
  }

  @Test
  void verify_anyColumnOfARowChanged_thatRow() throws Exception {
    audit(1, 3);
    List<String> changes =
        List.of(
            "at = at + 1",
            "actor = 'u-2'",
            "action = ''",
            "account_id = null",
            "account_id = 'a-2'",
            "token_id = ''",
            "detail = '{}'",
            "mac = ''");
    for (String change : changes) {
      database.tamper(
          place,
          "create table kept as select * from audit",
          "update audit set " + change + " where position = 2");
      assertWrongAt(2);
      database.tamper(
          place,
          "delete from audit",
          "insert into audit select * from kept order by position",
          "drop table kept");
      assertThat(AuditCheck.verify(CHAIN, store).isIntact()).isTrue();
    }
  }

  @Test
  void verify_aRowTakenOut_itsPosition() throws Exception {
    audit(1, 3);
    database.tamper(place, "delete from audit where position = 2");
    assertWrongAt(2);
    database.tamper(place, "update audit set position = 2 where position = 3");
    assertWrongAt(2);
    database.tamper(place, "delete from audit where position = 1");
    assertWrongAt(1);
  }

  @Test
  void verify_twoRowsInAnotherOrder_theFirstOfThem() throws Exception {
    audit(1, 4);
    database.tamper(
        place,
        "update audit set position = 9 where position = 2",
        "update audit set position = 2 where position = 3",
        "update audit set position = 3 where position = 9");
    assertWrongAt(2);
  }

  @Test
  void verify_aRowPutIn_itsPosition() throws Exception {
    audit(1, 2);
    String copy =
        "insert into audit select 3, at, actor, action, account_id, token_id, detail, mac";
    database.tamper(place, copy + " from audit where position = 2");
    assertWrongAt(3);
  }

  @Test
  void verify_anotherKey_theFirstRow() throws Exception {
    audit(1, 2);
    AuditVerdict verdict = AuditCheck.verify(otherChain(), store);
    assertThat(verdict).isEqualTo(new AuditVerdict(Finding.WRONG_ROW, 0, AuditChain.NO_HEAD));
  }

  @Test
  void verify_expectedHead_oneOfTheRows() throws Exception {
    audit(1, 3);
    List<String> expected = new ArrayList<>(heads());
    expected.add(AuditChain.NO_HEAD);
    for (String head : expected) {
      assertThat(AuditCheck.verify(CHAIN, store, head).isIntact()).isTrue();
    }
    assertThat(AuditCheck.verify(CHAIN, store, "x"))
        .isEqualTo(new AuditVerdict(Finding.HEAD_MISSING, 3, heads().get(2)));
  }

  /** What is left is right: only who kept a head can tell. */
  @Test
  void verify_theEndCutOff_foundByTheExpectedHeadAlone() throws Exception {
    audit(1, 3);
    List<String> heads = heads();
    database.tamper(place, "delete from audit where position = 3");
    assertThat(AuditCheck.verify(CHAIN, store).isIntact()).isTrue();
    assertThat(AuditCheck.verify(CHAIN, store, heads.get(1)).isIntact()).isTrue();
    assertThat(AuditCheck.verify(CHAIN, store, heads.get(2)))
        .isEqualTo(new AuditVerdict(Finding.HEAD_MISSING, 2, heads.get(1)));
  }

  /** The end cut off and written anew has another head. */
  @Test
  void verify_theEndWrittenAnew_foundByTheExpectedHead() throws Exception {
    audit(1, 3);
    String head = heads().get(2);
    database.tamper(place, "delete from audit where position = 3");
    audit(4, 5);
    assertThat(AuditCheck.verify(CHAIN, store).isIntact()).isTrue();
    assertThat(AuditCheck.verify(CHAIN, store, head).finding()).isEqualTo(Finding.HEAD_MISSING);
  }

  /** One key may serve several stores, and rows are copied by who has the databases alone. */
  @Test
  void verify_allRowsOfAnotherStoreBySameKey_wrongAtTheFirst() throws Exception {
    audit(1, 3);
    String otherPlace = database.place(Files.createDirectory(folder.resolve("other")));
    try (Store other = database.open(otherPlace)) {
      for (int i = 1; i <= 2; i++) {
        AuditEvent event = event(i);
        other.write(rows -> rows.audit().append(CHAIN, event));
      }
      assertThat(AuditCheck.verify(CHAIN, other).isIntact()).isTrue();
      List<String> copied = new ArrayList<>(List.of("delete from audit"));
      for (AuditRow row : other.read(rows -> rows.audit().page(0, 10))) {
        copied.add(insert(row));
      }
      database.tamper(place, copied.toArray(String[]::new));
    }
    assertWrongAt(1);
  }

  private static String insert(AuditRow row) {
    AuditEvent event = row.event();
    return "insert into audit values (%d, %d, '%s', '%s', '%s', null, '%s', '%s')"
        .formatted(
            row.position(),
            row.at().toEpochMilli(),
            event.actor(),
            event.action(),
            event.accountId().orElseThrow(),
            event.detail(),
            row.mac());
  }

  /** A copy has the store's id: what it went on with is right, but for who kept a head. */
  @Test
  void verify_endOfACopyBySameKey_foundByTheExpectedHeadAlone() throws Exception {
    audit(1, 3);
    AuditRow second = store.read(rows -> rows.audit().page(1, 1)).get(0);
    String head = heads().get(2);
    AuditEvent forked = event(7);
    AuditRow end = new AuditRow(3, NOW, forked, CHAIN.mac(second.mac(), 3, NOW, forked));
    database.tamper(place, "delete from audit where position = 3", insert(end));
    assertThat(AuditCheck.verify(CHAIN, store).isIntact()).isTrue();
    assertThat(AuditCheck.verify(CHAIN, store, head).finding()).isEqualTo(Finding.HEAD_MISSING);
  }

  private void assertNotAppended(AuditChain chain, String why) throws Exception {
    List<String> before = heads();
    AuditEvent event = event(9);
    assertThatExceptionOfType(StoreFailure.class)
        .isThrownBy(() -> store.write(rows -> rows.audit().append(chain, event)))
        .withMessageContaining(" has an audit that this audit key did not make (" + why + "): give")
        .satisfies(e -> assertThat(e.kind()).isEqualTo(StoreFailure.Kind.OTHER_AUDIT_KEY));
    assertThat(heads()).isEqualTo(before);
  }

  private static AuditChain otherChain() {
    byte[] key = new byte[32];
    key[31] = 1;
    return AuditChain.of(key);
  }

  @Test
  void append_byAnotherKey_refusedAndNothingWritten() throws Exception {
    audit(1, 1);
    assertNotAppended(otherChain(), "its first entry is not by it");
    audit(2, 3);
    assertNotAppended(otherChain(), "its first entry is not by it");
  }

  @Test
  void append_lastEntryChangedOrMoved_refusedAndNothingWritten() throws Exception {
    audit(1, 3);
    database.tamper(place, "update audit set actor = 'u-2' where position = 3");
    assertNotAppended(CHAIN, "its last entry, 3, is not by it");
    database.tamper(
        place,
        "update audit set actor = 'u-1' where position = 3",
        "delete from audit where position = 2");
    assertNotAppended(CHAIN, "its last entry, 3, is not by it");
  }

  /** A chain as it was before stores had ids. */
  @Test
  void append_chainThatDoesNotBeginWithTheStoresId_refusedAndFound() throws Exception {
    AuditRow old = new AuditRow(1, NOW, event(1), CHAIN.mac("", 1, NOW, event(1)));
    database.tamper(place, insert(old));
    assertNotAppended(CHAIN, "its first entry is not by it");
    assertWrongAt(1);
  }

  /** The second of two first users gets an error, and the winner's chain stays whole. */
  @Test
  void append_twoFirstUsersWithTwoKeysAtOnce_oneWins() throws Exception {
    AuditEvent event = event(1);
    List<AuditChain> chains = List.of(CHAIN, otherChain());
    List<String> ends;
    try (Together together = new Together(2)) {
      ends = together.run(() -> end(chains.get(0), event), () -> end(chains.get(1), event));
    }
    assertThat(ends).containsExactlyInAnyOrder("done", "OTHER_AUDIT_KEY");
    AuditChain winner = chains.get(ends.indexOf("done"));
    assertThat(AuditCheck.verify(winner, store).count()).isEqualTo(1);
    store.write(rows -> rows.audit().append(winner, event));
    assertThat(AuditCheck.verify(winner, store).isIntact()).isTrue();
  }

  private String end(AuditChain chain, AuditEvent event) {
    try {
      store.write(rows -> rows.audit().append(chain, event));
      return "done";
    } catch (StoreFailure e) {
      return e.kind().name();
    }
  }

  @Test
  void append_severalInOneChange_eachAfterTheOther() throws Exception {
    audit(1, 2);
    store.write(
        rows -> {
          rows.audit().append(CHAIN, event(3));
          return rows.audit().append(CHAIN, event(4));
        });
    assertThat(AuditCheck.verify(CHAIN, store).count()).isEqualTo(4);
  }

  /** Made by hand of what the class says: printf '...' | openssl dgst -sha256 -mac HMAC. */
  @Test
  void mac_aRow_asTheClassSays() {
    AuditEvent event = new AuditEvent("\u00FC", "x", Optional.empty(), Optional.of("t"), "{}");
    assertThat(CHAIN.mac("abc", 12, Instant.ofEpochMilli(1_000), event))
        .isEqualTo("zzU5qwTaKVfVwbAXkz5DHSywZbnJhWQhVluuklXPQjE");
  }

  @Test
  void of_keyOfLessThan32Bytes_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AuditChain.of(new byte[31]))
        .withMessage("a key has 32 bytes or more, not 31");
  }
}
