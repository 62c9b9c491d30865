/** The catalogue of capabilities and the API it covers. */
@NullMarked
package dev.warder.model;

import org.jspecify.annotations.NullMarked;
