/**
 * The warder program. {@link dev.warder.cli.Main} starts it; {@link dev.warder.cli.CheckCommand}
 * answers one question. A command turns its options into a {@link dev.warder.cli.CheckQuestion},
 * has it asked, and prints the {@link dev.warder.cli.Answer}.
 */
@CheckReturnValue
@NullMarked
package dev.warder.cli;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
