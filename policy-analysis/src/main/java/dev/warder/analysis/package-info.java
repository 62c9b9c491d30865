/**
 * Everything a catalogue says besides a decision. Each question and each projection has a package
 * of its own beneath this one.
 */
@CheckReturnValue
@NullMarked
package dev.warder.analysis;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
