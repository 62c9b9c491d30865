/**
 * Which of a token's capabilities its requests do without. {@link dev.warder.analysis.usage.Usage}
 * counts the requests, {@link dev.warder.analysis.usage.RequestLog} reads them from a log.
 */
@NullMarked
package dev.warder.analysis.usage;

import org.jspecify.annotations.NullMarked;
