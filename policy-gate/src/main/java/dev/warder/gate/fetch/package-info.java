/** Answers of other servers, bounded in time and size. Internal: it may change in any release. */
@CheckReturnValue
@NullMarked
package dev.warder.gate.fetch;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
