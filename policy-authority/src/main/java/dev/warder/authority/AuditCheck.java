package dev.warder.authority;

import dev.warder.authority.AuditVerdict.Finding;
import java.util.List;

/** Verifies the rows of an audit by its chain. */
final class AuditCheck {
  private static final int PAGE = 1_000;

  private AuditCheck() {}

  /** Verifies every row, as of one moment. It says nothing of rows that are gone from the end. */
  static AuditVerdict verify(AuditChain chain, Store store) throws StoreFailure {
    return verify(chain, store, AuditChain.NO_HEAD);
  }

  /**
   * Verifies every row, and that one of them has this mac, so that nothing up to it is gone. Rows
   * after it are verified too.
   */
  static AuditVerdict verify(AuditChain chain, Store store, String expectedHead)
      throws StoreFailure {
    return store.read(rows -> verify(chain, rows, expectedHead));
  }

  private static AuditVerdict verify(AuditChain chain, Rows rows, String expectedHead)
      throws StoreFailure {
    long count = 0;
    String head = AuditChain.NO_HEAD;
    String previous = rows.storeId();
    boolean isFound = expectedHead.equals(AuditChain.NO_HEAD);
    List<AuditRow> page;
    do {
      page = rows.audit().page(count, PAGE);
      for (AuditRow row : page) {
        if (!chain.isNext(row, count, previous)) {
          return new AuditVerdict(Finding.WRONG_ROW, count, head);
        }
        count = row.position();
        head = row.mac();
        previous = head;
        isFound |= head.equals(expectedHead);
      }
    } while (page.size() == PAGE);
    return new AuditVerdict(isFound ? Finding.INTACT : Finding.HEAD_MISSING, count, head);
  }
}
