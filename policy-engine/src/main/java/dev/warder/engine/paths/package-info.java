/**
 * Tells apart the paths that templates match, segment by segment. For this project's own modules;
 * it may change without notice.
 */
@CheckReturnValue
@NullMarked
package dev.warder.engine.paths;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
