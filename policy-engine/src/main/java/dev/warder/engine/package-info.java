/**
 * Decides what a grant allows. Start at {@link dev.warder.engine.PolicyEngine}; it answers with a
 * {@link dev.warder.engine.Decision}.
 */
@CheckReturnValue
@NullMarked
package dev.warder.engine;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
