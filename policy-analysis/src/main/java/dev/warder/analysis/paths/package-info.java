/** The paths that templates tell apart; see {@link dev.warder.analysis.paths.PathClasses}. */
@CheckReturnValue
@NullMarked
package dev.warder.analysis.paths;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
