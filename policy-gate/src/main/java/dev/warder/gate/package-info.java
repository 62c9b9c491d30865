/**
 * One call per request, the whole answer: start with {@link dev.warder.gate.Gate}, which makes
 * {@link dev.warder.gate.Outcome}s.
 */
@NullMarked
package dev.warder.gate;

import org.jspecify.annotations.NullMarked;
