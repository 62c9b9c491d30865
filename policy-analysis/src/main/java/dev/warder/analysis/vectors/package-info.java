/**
 * Vectors of a user's, run against a catalogue. Start at {@link
 * dev.warder.analysis.vectors.VectorFile}, whose {@code run} gives a {@link
 * dev.warder.analysis.vectors.VectorRun}; {@link dev.warder.analysis.vectors.Coverage} says what no
 * vector touches.
 */
@NullMarked
package dev.warder.analysis.vectors;

import org.jspecify.annotations.NullMarked;
