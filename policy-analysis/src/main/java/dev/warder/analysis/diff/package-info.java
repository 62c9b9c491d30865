/**
 * What changed from one catalogue to another, and what tokens gain and lose by it; see {@link
 * dev.warder.analysis.diff.CatalogueDiff}.
 */
@NullMarked
package dev.warder.analysis.diff;

import org.jspecify.annotations.NullMarked;
