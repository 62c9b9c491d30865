/**
 * Requests, counted and limited per clock hour. Start at {@link dev.warder.gate.limit.RateLimits},
 * which charges a token or a client for a request, and at {@link
 * dev.warder.gate.limit.HourlyLimits}, which does it in memory.
 */
@CheckReturnValue
@NullMarked
package dev.warder.gate.limit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
