/** Measurements of how long a decision takes. */
@NullMarked
package dev.warder.benchmarks;

import org.jspecify.annotations.NullMarked;
