/**
 * What changed from one catalogue to another, and what tokens gain and lose by it; see {@link
 * dev.warder.analysis.diff.CatalogueDiff}.
 */
@CheckReturnValue
@NullMarked
package dev.warder.analysis.diff;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
