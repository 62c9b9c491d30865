/**
 * The keys that an authority signs tokens by. Start at {@link dev.warder.authority.key.KeyRing},
 * the {@link dev.warder.authority.key.SigningKey}s in use, and at {@link
 * dev.warder.authority.key.KeyWrapping}, in which form they are stored.
 */
@NullMarked
package dev.warder.authority.key;

import org.jspecify.annotations.NullMarked;
