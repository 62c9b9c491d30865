/**
 * Checks that the project's pages show what happens, and are written in plain words. Start at
 * {@link dev.warder.cli.page.DocPage}, a parsed page, and {@link dev.warder.cli.page.Shell}, which
 * runs the commands of a page.
 */
@NullMarked
package dev.warder.cli.page;

import org.jspecify.annotations.NullMarked;
