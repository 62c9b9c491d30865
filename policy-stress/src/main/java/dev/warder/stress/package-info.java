/**
 * Stress tests of the gate: each says which outcomes of threads that meet are acceptable, and
 * jcstress looks for others. {@link dev.warder.stress.RevokedWhileVerified} is the one to start
 * from.
 */
@NullMarked
package dev.warder.stress;

import org.jspecify.annotations.NullMarked;
