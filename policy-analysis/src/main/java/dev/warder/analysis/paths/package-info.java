/** The paths that templates tell apart; see {@link dev.warder.analysis.paths.PathClasses}. */
@NullMarked
package dev.warder.analysis.paths;

import org.jspecify.annotations.NullMarked;
