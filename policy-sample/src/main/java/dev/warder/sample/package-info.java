/**
 * A gateway to try out and to read: start with {@link dev.warder.sample.SampleGateway}; what a host
 * does for each request is in {@code GateHandler}.
 */
@NullMarked
package dev.warder.sample;

import org.jspecify.annotations.NullMarked;
