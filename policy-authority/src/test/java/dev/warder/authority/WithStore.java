package dev.warder.authority;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A new store for each test, and what tests put into it. */
abstract class WithStore {
  static final Instant NOW = Database.NOW;
  static final Operator OPERATOR = Operator.whoHasTheStoreAndItsKeys("ops");
  static final AuditChain CHAIN = AuditChain.of(new byte[32]);

  final Database database;
  @TempDir Path folder;
  String place;
  Store store;

  WithStore(Database database) {
    this.database = database;
  }

  @BeforeEach
  void openStore() throws Exception {
    place = database.place(folder);
    store = database.open(place);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  <T> List<T> all(Work<List<T>, RuntimeException> query) throws StoreFailure {
    return store.read(query);
  }

  <T> Optional<T> one(Work<Optional<T>, RuntimeException> query) throws StoreFailure {
    return store.read(query);
  }

  boolean is(Work<Boolean, RuntimeException> change) throws StoreFailure {
    return store.write(change);
  }

  static AccountRow account(String id) {
    return new AccountRow(id, "Account " + id, NOW);
  }

  void addAccount(String id) throws StoreFailure {
    store.write(
        rows -> {
          rows.accounts().add(account(id));
          return null;
        });
  }

  static TokenRow token(String accountId, long ordinal, Optional<Instant> expiresAt) {
    String id = "t-" + accountId + "-" + ordinal;
    return new TokenRow(
        id,
        accountId,
        ordinal,
        "Token " + ordinal,
        "u-1",
        NOW,
        List.of("write:app", "read:app"),
        "https://tokens.example.com",
        "v-" + id,
        Optional.of("k-1"),
        NOW,
        expiresAt,
        Optional.empty(),
        Optional.empty());
  }

  void addTokens(String accountId, int from, int to) throws StoreFailure {
    store.write(
        rows -> {
          for (int i = from; i <= to; i++) {
            rows.tokens().add(token(accountId, rows.tokens().nextOrdinal(accountId), expiry(i)));
          }
          return null;
        });
  }

  /** Two tokens each expire on one day. */
  static Optional<Instant> expiry(int i) {
    return Optional.of(NOW.plusSeconds(86_400L * ((i + 1) / 2)));
  }

  static AuditEvent event(int i) {
    return new AuditEvent(
        "u-1", "token.create", Optional.of("a-1"), Optional.empty(), "{\"n\":" + i + "}");
  }

  void audit(int from, int to) throws StoreFailure {
    for (int i = from; i <= to; i++) {
      AuditEvent event = event(i);
      store.write(rows -> rows.audit().append(CHAIN, event));
    }
  }
}
