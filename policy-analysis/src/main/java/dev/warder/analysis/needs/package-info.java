/**
 * Which capabilities are needed, and what a set of them allows. {@link
 * dev.warder.analysis.needs.Needs} answers the first question for a {@link
 * dev.warder.analysis.needs.Wanted}, {@link dev.warder.analysis.needs.Can} the second for a grant.
 */
@CheckReturnValue
@NullMarked
package dev.warder.analysis.needs;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
