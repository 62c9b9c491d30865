package dev.warder.authority;

/**
 * What the verification of the audit rows came to. That they are intact says that none was changed,
 * moved, put in or taken out by anybody without the audit's key; unless a head was expected, it
 * does not say that none is gone from the end, be it all of them.
 *
 * @param finding what was found
 * @param count how many rows are right, from the first on; the next one is wrong when the finding
 *     says so
 * @param head the mac of the last of them, or {@code ""} when there is none
 */
public record AuditVerdict(Finding finding, long count, String head) {
  /** What can be found. */
  public enum Finding {
    /** All rows are right, and what was expected is among them. */
    INTACT,
    /** The row after the last right one was changed, moved, put in or taken out. */
    WRONG_ROW,
    /** All rows are right, but the one that was expected is not there. */
    HEAD_MISSING
  }

  /** Returns whether the audit is intact as far as this can be known. */
  public boolean isIntact() {
    return finding == Finding.INTACT;
  }

  /** Returns the position of the first row that is wrong, when one is. */
  public long wrongPosition() {
    return count + 1;
  }
}
