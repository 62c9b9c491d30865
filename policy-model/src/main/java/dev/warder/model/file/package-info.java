/**
 * Files that are written whole, for the other modules of this project; not meant for users. Start
 * with {@link dev.warder.model.file.DurableFile}.
 */
@NullMarked
package dev.warder.model.file;

import org.jspecify.annotations.NullMarked;
