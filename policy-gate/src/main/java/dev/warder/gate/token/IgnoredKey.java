package dev.warder.gate.token;

import com.google.common.collect.ImmutableList;
import dev.warder.model.text.Quoted;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key of a key set that verifies nothing (RFC 7517, section 5), and why. Immutable and safe for
 * use by many threads.
 */
public final class IgnoredKey {
  private final int number;
  private final @Nullable String id;
  private final ImmutableList<String> reasons;
  private final boolean isFault;

  /**
   * Makes one.
   *
   * @param number the place in the set, from 1
   */
  IgnoredKey(int number, @Nullable String id, List<String> reasons, boolean isFault) {
    this.number = number;
    this.id = id;
    this.reasons = ImmutableList.copyOf(reasons);
    this.isFault = isFault;
  }

  /** Returns the key's place in the set, from 1. */
  public int number() {
    return number;
  }

  /** Returns the key's {@code kid}, or nothing where it has none that is one. */
  public Optional<String> id() {
    return Optional.ofNullable(id);
  }

  /** Returns why it is ignored: at least one reason, none of them with a part of the key. */
  public List<String> reasons() {
    return reasons;
  }

  /**
   * Returns whether the key is wrong in itself, and its issuer should hear of it: a private or weak
   * key, say. A key that is sound and for another purpose or algorithm is no fault.
   */
  public boolean isFault() {
    return isFault;
  }

  /** Returns the reasons, each with the key's place before it. */
  List<String> problems() {
    return reasons.stream().map(reason -> "key " + number + ": " + reason).toList();
  }

  /** Returns place, id and reasons, in one line. */
  @Override
  public String toString() {
    return "key "
        + number
        + (id == null ? "" : " (" + Quoted.of(id) + ")")
        + ": "
        + String.join("; ", reasons);
  }
}
