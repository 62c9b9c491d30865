/**
 * The reference of a catalogue, for people and for programs; see {@link
 * dev.warder.analysis.reference.Reference}.
 */
@NullMarked
package dev.warder.analysis.reference;

import org.jspecify.annotations.NullMarked;
