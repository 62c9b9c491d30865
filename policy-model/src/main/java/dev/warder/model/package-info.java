/**
 * The catalogue as immutable values, read, checked and written. Start at {@link
 * dev.warder.model.Catalogue}; the one that comes with the library is {@link
 * dev.warder.model.ControlApi}.
 */
@CheckReturnValue
@NullMarked
package dev.warder.model;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
