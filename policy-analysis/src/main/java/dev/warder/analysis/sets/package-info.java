/** Sets that satisfy alternatives; see {@link dev.warder.analysis.sets.MinimalSets}. */
@NullMarked
package dev.warder.analysis.sets;

import org.jspecify.annotations.NullMarked;
