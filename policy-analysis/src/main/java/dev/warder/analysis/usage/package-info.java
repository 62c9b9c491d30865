/**
 * Which of a token's capabilities its requests do without. {@link dev.warder.analysis.usage.Usage}
 * counts the requests, {@link dev.warder.analysis.usage.RequestLog} reads them from a log.
 */
@CheckReturnValue
@NullMarked
package dev.warder.analysis.usage;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
