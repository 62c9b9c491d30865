/**
 * Access tokens, verified. Start at {@link dev.warder.gate.token.TokenVerifier}, which makes of a
 * compact JWT (RFC 7519) an {@link dev.warder.gate.token.AccessToken}, and of {@link
 * dev.warder.gate.token.KeySet}, the keys that it trusts.
 */
@NullMarked
package dev.warder.gate.token;

import org.jspecify.annotations.NullMarked;
