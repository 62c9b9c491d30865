package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.gate.revocation.RevocationFollower;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is read for one account does not grow with what was done in others. */
@ParameterizedClass
@EnumSource(Database.class)
class ReadCostTest extends WithStore {
  private static final Actor ADA = new Actor("ada");
  private static final int MANY = 2_500;

  private final CountedRows counted = new CountedRows();

  ReadCostTest(Database database) {
    super(database);
  }

  private static void addAccounts(Store store) throws Exception {
    Accounts accounts = Accounts.of(store, new byte[32]);
    accounts.add(OPERATOR, "A", "Account A", "ada");
    accounts.add(OPERATOR, "B", "Account B", "bob");
    accounts.add(OPERATOR, "C", "Account C", "ada");
  }

  private static void audit(Store store, String account, int entries) throws Exception {
    AuditEvent event = new AuditEvent("x", "issue", Optional.of(account), Optional.empty(), "{}");
    store.write(
        rows -> {
          for (int i = 0; i < entries; i++) {
            rows.audit().append(CHAIN, event);
          }
          return null;
        });
  }

  @Test
  void auditList_whateverOthersDid_readsAsManyRows() throws Exception {
    try (Store store = counted.open(place)) {
      addAccounts(store);
      Audit audit = Audit.of(store, new byte[32]);
      audit(store, "A", 3);
      long before = counted.of(() -> assertThat(audit.list(ADA, 0, 10)).hasSize(5));
      audit(store, "B", MANY);
      assertThat(counted.of(() -> assertThat(audit.list(ADA, 0, 10)).hasSize(5))).isEqualTo(before);
    }
  }

  @Test
  void auditList_aPageOfManyEntries_readsThePageAlone() throws Exception {
    try (Store store = counted.open(place)) {
      addAccounts(store);
      Audit audit = Audit.of(store, new byte[32]);
      long before = counted.of(() -> assertThat(audit.list(ADA, 3, 10)).isEmpty());
      audit(store, "A", MANY);
      audit(store, "C", MANY);
      long rows = counted.of(() -> assertThat(audit.list(ADA, 3, 10)).hasSize(10));
      // Those of C come after the page, which is full.
      assertThat(rows - before).isEqualTo(10);
    }
  }

  @Test
  void auditList_severalAccounts_inOrderWithoutAGap() throws Exception {
    addAccounts(store);
    for (String account : List.of("C", "B", "A", "A", "C", "B", "A", "C")) {
      audit(store, account, 1);
    }
    Audit audit = Audit.of(store, new byte[32]);
    List<Long> listed = new ArrayList<>();
    List<AuditEntry> page = audit.list(ADA, 0, 3);
    while (!page.isEmpty()) {
      page.forEach(entry -> listed.add(entry.position()));
      page = audit.list(ADA, listed.get(listed.size() - 1), 3);
    }
    assertThat(listed).containsExactly(1L, 3L, 4L, 6L, 7L, 8L, 10L, 11L);
  }

  @Test
  void append_anyLengthOfTheAudit_readsThreeRows() throws Exception {
    try (Store store = counted.open(place)) {
      audit(store, "A", 2);
      long before = counted.of(() -> audit(store, "A", 1));
      audit(store, "A", MANY);
      assertThat(counted.of(() -> audit(store, "A", 1))).isEqualTo(before).isEqualTo(3);
      assertThat(counted.of(() -> audit(store, "A", 5))).isEqualTo(3);
    }
  }

  @Test
  void expiring_whateverOthersHave_readsAsManyRows() throws Exception {
    try (Store store = counted.open(place)) {
      addAccounts(store);
      addTokens("A", 1, 3);
      TokenAuthority authority =
          TokenAuthority.builder()
              .store(store)
              .catalogue(Authority.CATALOGUE)
              .issuer(Authority.ISSUER)
              .audience("control-api")
              .keys(() -> Authority.KEYS)
              .auditKey(new byte[32])
              .withoutGateInThisProcess()
              .build();
      Duration always = Duration.ofDays(36_500);
      long before =
          counted.of(() -> assertThat(authority.expiring(ADA, always, null, 9)).hasSize(3));
      addTokens("B", 1, 300);
      assertThat(counted.of(() -> assertThat(authority.expiring(ADA, always, null, 9)).hasSize(3)))
          .isEqualTo(before);
    }
  }

  @Test
  void expiring_severalAccounts_theFirstToExpireFirst() throws Exception {
    addAccounts(store);
    addTokens("A", 1, 3);
    addTokens("C", 1, 3);
    try (Authority authority = new Authority(store, folder.resolve("mark"), () -> NOW)) {
      assertThat(authority.tokens.expiring(ADA, Duration.ofDays(9), null, 9))
          .extracting(TokenInfo::id)
          .containsExactly("t-A-1", "t-A-2", "t-C-1", "t-C-2", "t-A-3", "t-C-3");
    }
  }

  /** Of C no more is read than may still be on the page. */
  @Test
  void expiring_aPageOfSeveralAccounts_goesOnAfterTheLastToken() throws Exception {
    addAccounts(store);
    addTokens("A", 1, 3);
    addTokens("C", 1, 3);
    try (Authority authority = new Authority(store, folder.resolve("mark"), () -> NOW)) {
      List<String> listed = new ArrayList<>();
      TokenInfo last = null;
      for (int i = 0; i < 6; i++) {
        last = authority.tokens.expiring(ADA, Duration.ofDays(9), last, 1).get(0);
        listed.add(last.id());
      }
      assertThat(listed).containsExactly("t-A-1", "t-A-2", "t-C-1", "t-C-2", "t-A-3", "t-C-3");
    }
  }

  /** The database finds an account's rows by an index too, and sorts none. */
  @Test
  void pages_ofAnAccount_byTheirIndex() throws Exception {
    assertThat(plan("select mac from audit where account_id = 'A' and position > 0"))
        .contains("audit_by_account");
    assertThat(plan("select mac from audit where account_id is null and position > 0"))
        .contains("audit_of_no_account");
    assertThat(
            plan(
                "select id from token where revoked_at is null and account_id = 'A' and"
                    + " expires_at > 0 order by expires_at, id limit 9"))
        .contains("token_by_account_and_expiry");
  }

  private String plan(String query) throws Exception {
    boolean isFile = database == Database.SQLITE;
    String ordered = query.contains("order by") ? query : query + " order by position limit 9";
    StringBuilder plan = new StringBuilder();
    try (Connection connection = database.connect(place);
        Statement statement = connection.createStatement()) {
      if (!isFile) {
        // A table of no rows would be read whole, whatever its indexes.
        statement.execute("set enable_seqscan = off");
        statement.execute("set enable_bitmapscan = off");
      }
      try (ResultSet rows =
          statement.executeQuery((isFile ? "explain query plan " : "explain ") + ordered)) {
        while (rows.next()) {
          plan.append(rows.getString(isFile ? "detail" : "QUERY PLAN")).append('\n');
        }
      }
    }
    assertThat(plan.toString()).doesNotContain("TEMP B-TREE", "Sort", "SCAN");
    return plan.toString();
  }

  /** However many read at once, a follower has connections of its own. */
  @Test
  void follower_allOtherConnectionsInUse_stillPolls() throws Exception {
    try (RevocationFollower follower =
        RevocationFollower.builder(store.revocations())
            .mark(folder.resolve("follower.mark"))
            .clock(() -> NOW)
            .randomness(new SecureRandom())
            .acceptAnyLogWhenThereIsNoMark()
            .build()) {
      assertThat(readNested(Store.CONNECTIONS, follower)).isTrue();
    }
  }

  private boolean readNested(int depth, RevocationFollower follower) throws StoreFailure {
    if (depth > 0) {
      return store.<Boolean, RuntimeException>read(rows -> readNested(depth - 1, follower));
    }
    try {
      follower.poll();
      return follower.isCurrent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
