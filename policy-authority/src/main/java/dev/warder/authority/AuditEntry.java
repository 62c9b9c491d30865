package dev.warder.authority;

import dev.warder.model.text.Quoted;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that was done, as the audit has it. */
public final class AuditEntry {
  private final AuditRow row;

  AuditEntry(AuditRow row) {
    this.row = row;
  }

  /** Returns its place, from 1 without a gap. */
  public long position() {
    return row.position();
  }

  /** Returns when it was done. */
  public Instant at() {
    return row.at();
  }

  /** Returns in whose name it was done. */
  public String actor() {
    return row.event().actor();
  }

  /** Returns what was done, such as {@code issue}. */
  public String action() {
    return row.event().action();
  }

  /** Returns the account that it was done in, if in any. */
  public Optional<String> account() {
    return row.event().accountId();
  }

  /** Returns the token that it was done to, if to any. */
  public Optional<String> token() {
    return row.event().tokenId();
  }

  /** Returns the rest, a JSON object without secrets. */
  public String detail() {
    return row.event().detail();
  }

  /** Returns what ties it to the one before; that of the last one is the head. */
  public String mac() {
    return row.mac();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AuditEntry entry && row.equals(entry.row);
  }

  @Override
  public int hashCode() {
    return row.hashCode();
  }

  /** Returns position, actor and action. */
  @Override
  public String toString() {
    return Quoted.harmless(position() + " " + actor() + " " + action());
  }
}
