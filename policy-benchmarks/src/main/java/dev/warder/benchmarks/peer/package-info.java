/** Others that decide on requests, in their usual way, for the same questions: {@link PathPeer}. */
@NullMarked
package dev.warder.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
