/**
 * Text of others: what it may be, and how it is shown. Internal to Warder's modules, which all have
 * these rules from here; other programs do not depend on it, as it may change with each version.
 *
 * <p>{@link dev.warder.model.text.Quoted} puts text into a message; {@link
 * dev.warder.model.text.Identifier} and {@link dev.warder.model.text.Lexis} say what is accepted.
 */
@CheckReturnValue
@NullMarked
package dev.warder.model.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
