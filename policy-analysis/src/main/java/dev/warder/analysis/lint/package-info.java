/**
 * What a review of a valid catalogue should look at; see {@link dev.warder.analysis.lint.Lint} and
 * {@link dev.warder.analysis.lint.Warning}.
 */
@CheckReturnValue
@NullMarked
package dev.warder.analysis.lint;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
