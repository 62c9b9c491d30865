/**
 * Everything a catalogue says besides a decision. Each question and each projection has a package
 * of its own beneath this one.
 */
@NullMarked
package dev.warder.analysis;

import org.jspecify.annotations.NullMarked;
