/**
 * What all commands are made of: the console, tables, JSON, text that is fit to be shown, and
 * files. Start at {@link dev.warder.cli.text.Task}, which a command is, and {@link
 * dev.warder.cli.text.Console}, which it reads from and prints to.
 */
@CheckReturnValue
@NullMarked
package dev.warder.cli.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
