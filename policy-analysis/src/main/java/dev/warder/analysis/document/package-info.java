/**
 * Documents in JSON or YAML as trees of texts, each with its place: {@link
 * dev.warder.analysis.document.DocumentParser} makes a {@link dev.warder.analysis.document.Part}.
 * For the packages beside this one.
 */
@NullMarked
package dev.warder.analysis.document;

import org.jspecify.annotations.NullMarked;
