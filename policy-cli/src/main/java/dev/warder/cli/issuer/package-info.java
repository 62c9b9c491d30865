/**
 * The commands that look at an issuer of tokens. Start at {@link
 * dev.warder.cli.issuer.IssuerCommands}.
 */
@CheckReturnValue
@NullMarked
package dev.warder.cli.issuer;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
