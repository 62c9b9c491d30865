/**
 * Vectors of a user's, run against a catalogue. Start at {@link
 * dev.warder.analysis.vectors.VectorFile}, whose {@code run} gives a {@link
 * dev.warder.analysis.vectors.VectorRun}; {@link dev.warder.analysis.vectors.Coverage} says what no
 * vector touches.
 */
@CheckReturnValue
@NullMarked
package dev.warder.analysis.vectors;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
