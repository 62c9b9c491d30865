/**
 * Checks, changes, compares and shows catalogues. Start at {@link
 * dev.warder.cli.catalogue.CatalogueCommands}; most commands are a {@link
 * dev.warder.cli.catalogue.CatalogueTask}.
 */
@CheckReturnValue
@NullMarked
package dev.warder.cli.catalogue;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
