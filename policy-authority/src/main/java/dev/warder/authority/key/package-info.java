/**
 * The keys that an authority signs tokens by. Start at {@link dev.warder.authority.key.KeyRing},
 * the {@link dev.warder.authority.key.SigningKey}s in use, and at {@link
 * dev.warder.authority.key.KeyWrapping}, in which form they are stored.
 */
@CheckReturnValue
@NullMarked
package dev.warder.authority.key;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
