/**
 * Access tokens, verified. Start at {@link dev.warder.gate.token.TokenVerifier}, which makes of an
 * Authorization field with a compact JWT (RFC 7519) an {@link dev.warder.gate.token.AccessToken},
 * and of {@link dev.warder.gate.token.KeySet}, the keys that it trusts. {@link
 * dev.warder.gate.token.UnverifiedToken} is for looking at a token; nothing is decided on it.
 */
@CheckReturnValue
@NullMarked
package dev.warder.gate.token;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
