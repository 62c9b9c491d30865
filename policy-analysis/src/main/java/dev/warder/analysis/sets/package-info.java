/** Sets that satisfy alternatives; see {@link dev.warder.analysis.sets.MinimalSets}. */
@CheckReturnValue
@NullMarked
package dev.warder.analysis.sets;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
