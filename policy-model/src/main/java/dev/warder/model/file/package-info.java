/**
 * Files that are written whole, for the other modules of this project; not meant for users. Start
 * with {@link dev.warder.model.file.DurableFile}.
 */
@CheckReturnValue
@NullMarked
package dev.warder.model.file;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
