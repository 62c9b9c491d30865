/** Renders what JMH measured: start with {@link dev.warder.benchmarks.report.Report}. */
@NullMarked
package dev.warder.benchmarks.report;

import org.jspecify.annotations.NullMarked;
