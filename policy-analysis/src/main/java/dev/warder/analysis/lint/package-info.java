/**
 * What a review of a valid catalogue should look at; see {@link dev.warder.analysis.lint.Lint} and
 * {@link dev.warder.analysis.lint.Warning}.
 */
@NullMarked
package dev.warder.analysis.lint;

import org.jspecify.annotations.NullMarked;
