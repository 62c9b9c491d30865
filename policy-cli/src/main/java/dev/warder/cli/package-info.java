/**
 * The warder program. {@link dev.warder.cli.Main} starts it in its process, and {@code
 * WarderCommand} is the tree of its commands, each of which is a {@link dev.warder.cli.text.Task}.
 *
 * <p>The commands stand in packages by what they work on: a question about a token in {@code
 * check}, a catalogue in {@code catalogue}, a store of tokens in {@code authority}, an issuer in
 * {@code issuer}.
 */
@CheckReturnValue
@NullMarked
package dev.warder.cli;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
