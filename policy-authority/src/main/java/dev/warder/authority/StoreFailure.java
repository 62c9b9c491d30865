package dev.warder.authority;

import org.jspecify.annotations.Nullable;

/**
 * A store could not be read or written. The message is one line that says what is wrong, where, and
 * what to do; it has no password, and nothing of what is stored. What was to be changed was not
 * changed, unless the store became unreachable just when the change was to become durable: then it
 * may have been. Once the cause is gone the same store works again.
 *
 * <p>Where a change was made and only the wait for the gates failed, or a part of what takes
 * several transactions, the message begins with what was done.
 */
public final class StoreFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong, as far as it makes a difference to what can be done. More may be added. */
  public enum Kind {
    /** The server cannot be reached, or does not let this program in. */
    UNREACHABLE("cannot be reached", "see that it is there, runs, and lets this program in"),
    /** The file, or one beside it, cannot be opened or made. */
    CANNOT_OPEN(
        "cannot be opened",
        "see that its folder is there, and that this user may read and write folder and files"),
    /** Its disk does not read or write. */
    DISK(
        "cannot be read or written",
        "see whether its disk, a quota or a limit of file sizes is full, or the disk fails (the"
            + " system's log says)"),
    /** There is no space left. */
    FULL("is full", "make space on its disk, or raise its limit"),
    /** Others held it for too long. */
    LOCKED("is locked by others", "try again, and see what holds it if that lasts"),
    /** It can be read and not written. */
    READ_ONLY("is read-only", "see its permissions, or whether it is a replica"),
    /** It is damaged. */
    CORRUPT("is damaged", "restore it from a copy"),
    /** It is something else than a store. */
    NOT_A_STORE("is no store", "name the store's own file or database, or restore it from a copy"),
    /** A newer program made or changed it. */
    NEWER_SCHEMA("has a newer schema", "use a program at least as new as the one that wrote it"),
    /**
     * Another store, or another file of it, has taken its place since it was opened. What was
     * changed is where nobody looks for it.
     */
    REPLACED(
        "was replaced since it was opened",
        "see what replaced it, and start this program anew if this stays"),
    /** A server that only repeats what another commits, perhaps late. */
    STANDBY(
        "is a standby",
        "name the primary, or several hosts in a row with targetServerType=primary"),
    /** Its audit is chained by another key than the one given, or its entries were changed. */
    OTHER_AUDIT_KEY(
        "has an audit that this audit key did not make",
        "give the audit key of those who use the store already; to verify the audit says whether"
            + " entries were changed"),
    /** Anything else. */
    OTHER("failed", "");

    final String what;
    final String remedy;

    Kind(String what, String remedy) {
      this.what = what;
      this.remedy = remedy;
    }
  }

  private final Kind kind;

  /** Whether it was surely rolled back, and may well succeed when it is done again. */
  private final boolean isTransient;

  /** Whether the change may be done, so that to try it again could do it twice. */
  private final boolean mayBeDone;

  private StoreFailure(Kind kind, boolean isTransient, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.isTransient = isTransient;
    this.mayBeDone = false;
  }

  private StoreFailure(StoreFailure ofCheck, String message) {
    super(message, ofCheck);
    this.kind = ofCheck.kind;
    this.isTransient = false;
    this.mayBeDone = true;
  }

  /** Returns the failure of a store that is called so, for a reason that fits on a line. */
  static StoreFailure of(
      Kind kind, boolean isTransient, String store, String why, @Nullable Throwable cause) {
    String line = why.lines().findFirst().orElse("");
    String reason = line.isEmpty() ? "" : " (" + line + ")";
    String remedy = kind.remedy.isEmpty() ? "" : ": " + kind.remedy;
    return new StoreFailure(
        kind,
        isTransient,
        "the store `%s` %s%s%s".formatted(store, kind.what, reason, remedy),
        cause);
  }

  /** Returns the failure of a change that was committed, and may be where nobody looks for it. */
  static StoreFailure ofLostChange(StoreFailure failure, String store) {
    return new StoreFailure(
        failure,
        "the change of `%s` may be lost, as this was found after it was committed: %s"
            .formatted(store, failure.getMessage()));
  }

  boolean mayBeDone() {
    return mayBeDone;
  }

  static StoreFailure of(Kind kind, String store, String why) {
    return of(kind, false, store, why, null);
  }

  /** Returns the failure of a wait for what was already done, and stays so. */
  static StoreFailure whileWaiting(String done, Kind kind, @Nullable String why, Throwable cause) {
    return new StoreFailure(
        kind, false, done + "; to wait for that failed: " + String.valueOf(why), cause);
  }

  /** Returns the failure of a change of several transactions, of which the first are done. */
  static StoreFailure unfinished(String done, Kind kind, @Nullable String why, Throwable cause) {
    return new StoreFailure(
        kind,
        false,
        done + "; the others are not yet, so do it again: " + String.valueOf(why),
        cause);
  }

  /** Returns what is wrong. */
  public Kind kind() {
    return kind;
  }

  boolean isTransient() {
    return isTransient;
  }
}
