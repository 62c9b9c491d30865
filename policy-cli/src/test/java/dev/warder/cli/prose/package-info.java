/**
 * Checks that the project's pages and help texts are written in plain words. Start at {@link
 * dev.warder.cli.prose.PageRules}; {@link dev.warder.cli.prose.PlainWordsTest} runs them over all
 * pages.
 */
@NullMarked
package dev.warder.cli.prose;

import org.jspecify.annotations.NullMarked;
