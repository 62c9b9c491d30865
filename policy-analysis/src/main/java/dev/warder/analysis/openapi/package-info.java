/**
 * Catalogues beside OpenAPI 3.0 and 3.1 documents. Start at {@link
 * dev.warder.analysis.openapi.OpenApiDocument}; it is compared ({@link
 * dev.warder.analysis.openapi.Comparison}), made a catalogue of ({@link
 * dev.warder.analysis.openapi.CatalogueImport}), and made of one ({@link
 * dev.warder.analysis.openapi.OpenApiExport}).
 */
@CheckReturnValue
@NullMarked
package dev.warder.analysis.openapi;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
