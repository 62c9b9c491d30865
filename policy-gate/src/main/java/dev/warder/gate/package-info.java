/**
 * One call per request, the whole answer: start with {@link dev.warder.gate.Gate}, which makes
 * {@link dev.warder.gate.Outcome}s.
 */
@CheckReturnValue
@NullMarked
package dev.warder.gate;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
