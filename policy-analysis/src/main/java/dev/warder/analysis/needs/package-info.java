/**
 * Which capabilities are needed, and what a set of them allows. {@link
 * dev.warder.analysis.needs.Needs} answers the first question for a {@link
 * dev.warder.analysis.needs.Wanted}, {@link dev.warder.analysis.needs.Can} the second for a grant.
 */
@NullMarked
package dev.warder.analysis.needs;

import org.jspecify.annotations.NullMarked;
