/** The profiles of tokens that command lines name. */
@CheckReturnValue
@NullMarked
package dev.warder.cli.profile;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
