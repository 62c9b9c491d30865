/**
 * Measurements of what decisions and tokens take, beside the least that the same work could take.
 * Start at {@link dev.warder.benchmarks.DecideByPath}.
 */
@NullMarked
package dev.warder.benchmarks;

import org.jspecify.annotations.NullMarked;
