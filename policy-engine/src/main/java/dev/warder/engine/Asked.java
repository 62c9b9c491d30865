package dev.warder.engine;

import com.google.common.collect.ImmutableList;
import dev.warder.model.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The operations that a method and path ask, with every decision that they can come to: nearly
 * always one.
 */
abstract sealed class Asked permits AskedOperation, AskedTogether {
  /** Returns the operations, all of which must allow, in catalogue order. */
  abstract ImmutableList<Operation> operations();

  /**
   * Decides on a path that the templates of all operations match.
   *
   * @param requestAccount the account that comes with the request, or null where none does
   */
  abstract Decision decide(
      Grant grant, String path, @Nullable String requestAccount, ResourceOwners owners);
}
