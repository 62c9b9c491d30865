/**
 * The owners of resources, looked up where they are kept: start with {@link
 * dev.warder.gate.owner.LookedUpOwners}.
 */
@CheckReturnValue
@NullMarked
package dev.warder.gate.owner;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
