package dev.warder.authority;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What was done in a store, by whom: entries that are only ever added to, chained by a key that
 * lies outside the store. Safe for use by many threads.
 */
public final class Audit {
  private static final int MOST_OF_A_PAGE = 1_000;

  private final Store store;
  private final AuditChain chain;

  private Audit(Store store, AuditChain chain) {
    this.store = store;
    this.chain = chain;
  }

  /**
   * Returns the audit of a store.
   *
   * @param auditKey by which it is chained
   * @throws IllegalArgumentException for fewer than 32 bytes
   */
  public static Audit of(Store store, byte[] auditKey) {
    return new Audit(store, AuditChain.of(auditKey));
  }

  /**
   * Returns whether nothing was ever done in a store: then there is no key yet by which its audit
   * is chained.
   *
   * @throws StoreFailure when the store cannot be read
   */
  public static boolean isEmpty(Store store) throws StoreFailure {
    return store.read(rows -> rows.audit().page(0, 1).isEmpty());
  }

  /**
   * Returns whether the first entry, if there is any, is chained by this key. By another nothing
   * should be done: its entries would be found wrong for good.
   *
   * @throws StoreFailure when the store cannot be read
   */
  public boolean isOfThisKey() throws StoreFailure {
    return store.read(
        rows ->
            rows.audit().page(0, 1).stream().allMatch(row -> chain.isFirst(row, rows.storeId())));
  }

  /**
   * Returns entries of the accounts that an actor manages, and those of none, the oldest first. A
   * page costs a look-up for each of these accounts, and what it shows; what was done in other
   * accounts costs nothing.
   *
   * @param after the position after which they begin; 0 for the first
   * @param most how many at most, from 1 to 1,000
   * @throws Refused when the actor manages no account
   * @throws StoreFailure when the store cannot be read
   * @throws IllegalArgumentException for more or fewer
   */
  public List<AuditEntry> list(Actor actor, long after, int most) throws Refused, StoreFailure {
    checkArgument(most >= 1 && most <= MOST_OF_A_PAGE, "a page has 1 to 1,000 entries: %s", most);
    return store.read(
        rows -> {
          List<String> managed = new Rules(rows, actor).managed();
          if (managed.isEmpty()) {
            throw new Refused(
                RefusalReason.NOT_ALLOWED,
                "you manage no account: owners and admins see what was done in theirs");
          }
          return list(rows, managed, after, most);
        });
  }

  /** Of each account only what may still be on the page is read. */
  private static List<AuditEntry> list(Rows rows, List<String> managed, long after, int most)
      throws StoreFailure {
    NavigableMap<Long, AuditRow> page = new TreeMap<>();
    rows.audit().pageOfNoAccount(after, most).forEach(row -> page.put(row.position(), row));
    for (String account : managed) {
      long before = page.size() < most ? Long.MAX_VALUE : page.lastKey();
      rows.audit().page(account, after, before, most).forEach(row -> page.put(row.position(), row));
      while (page.size() > most) {
        page.pollLastEntry();
      }
    }
    return page.values().stream().map(AuditEntry::new).toList();
  }

  /**
   * Verifies every entry, as of one moment. That entries are gone from the end, be it all of them,
   * it cannot tell: {@link #verify(String)} can.
   *
   * @throws StoreFailure when the store cannot be read
   */
  public AuditVerdict verify() throws StoreFailure {
    return AuditCheck.verify(chain, store);
  }

  /**
   * Verifies every entry, and that one of them is the head that was noted elsewhere before, so that
   * nothing up to it is gone.
   *
   * @param expectedHead what an earlier verification returned as head
   * @throws StoreFailure when the store cannot be read
   * @throws IllegalArgumentException for the head of no entry, which says nothing
   */
  public AuditVerdict verify(String expectedHead) throws StoreFailure {
    checkArgument(!expectedHead.isEmpty(), "a head is expected, or none is given");
    return AuditCheck.verify(chain, store, expectedHead);
  }
}
