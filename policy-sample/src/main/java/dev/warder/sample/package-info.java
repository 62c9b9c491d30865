/**
 * A gateway to try out and to read: start with {@link dev.warder.sample.SampleGateway}; what a host
 * does for each request is in {@code GateHandler}.
 */
@CheckReturnValue
@NullMarked
package dev.warder.sample;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
