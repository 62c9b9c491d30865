/**
 * The reference of a catalogue, for people and for programs; see {@link
 * dev.warder.analysis.reference.Reference}.
 */
@CheckReturnValue
@NullMarked
package dev.warder.analysis.reference;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
