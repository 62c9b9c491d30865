/** What gates do, counted by Micrometer: start with {@link dev.warder.gate.metrics.GateMetrics}. */
@CheckReturnValue
@NullMarked
package dev.warder.gate.metrics;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
