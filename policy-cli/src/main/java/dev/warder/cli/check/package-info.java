/**
 * Answers what a token may do, and why. Start at {@link dev.warder.cli.check.CheckCommands}, and
 * for one question at {@code CheckCommand}: it turns its options into a {@code CheckQuestion}, asks
 * the engine, and prints the {@code CheckAnswer}.
 */
@CheckReturnValue
@NullMarked
package dev.warder.cli.check;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
