/**
 * Decides what a grant allows. Start at {@link dev.warder.engine.PolicyEngine}; it answers with a
 * {@link dev.warder.engine.Decision}.
 */
@NullMarked
package dev.warder.engine;

import org.jspecify.annotations.NullMarked;
