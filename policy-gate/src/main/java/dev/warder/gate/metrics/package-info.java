/** What gates do, counted by Micrometer: start with {@link dev.warder.gate.metrics.GateMetrics}. */
@NullMarked
package dev.warder.gate.metrics;

import org.jspecify.annotations.NullMarked;
