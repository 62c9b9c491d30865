/**
 * Makes, changes and watches the tokens of a store. Start at {@link
 * dev.warder.cli.authority.AuthorityCommands}; most commands are an {@code AuthorityTask}, which
 * works on an {@code Authority}.
 */
@CheckReturnValue
@NullMarked
package dev.warder.cli.authority;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
