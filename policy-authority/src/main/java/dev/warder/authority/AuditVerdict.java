package dev.warder.authority;

/**
 * What the verification of the audit rows came to.
 *
 * @param finding what was found
 * @param count how many rows are right, from the first on; the next one is wrong when the finding
 *     says so
 * @param head the mac of the last of them, or {@link AuditChain#NO_HEAD} when there is none
 */
record AuditVerdict(Finding finding, long count, String head) {
  /** What can be found. */
  enum Finding {
    /** All rows are right, and what was expected is among them. */
    INTACT,
    /** The row after the last right one was changed, moved, put in or taken out. */
    WRONG_ROW,
    /** All rows are right, but the one that was expected is not there. */
    HEAD_MISSING
  }

  boolean isIntact() {
    return finding == Finding.INTACT;
  }

  /** Returns the position of the first row that is wrong, when one is. */
  long wrongPosition() {
    return count + 1;
  }
}
