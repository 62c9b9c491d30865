/**
 * Documents in JSON or YAML as trees of texts, each with its place: {@link
 * dev.warder.analysis.document.DocumentParser} makes a {@link dev.warder.model.yaml.Node}. {@link
 * dev.warder.analysis.document.JsonLines} reads JSON objects line by line. For the packages beside
 * this one, and for the command.
 */
@CheckReturnValue
@NullMarked
package dev.warder.analysis.document;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
