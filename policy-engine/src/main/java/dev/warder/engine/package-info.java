/** Decisions by the catalogue on what a token's capabilities allow. */
@NullMarked
package dev.warder.engine;

import org.jspecify.annotations.NullMarked;
