/**
 * What tests of a service that uses Warder need. Start at {@link dev.warder.testkit.TestIssuer},
 * which signs good and bad tokens with keys of its own and has a verifier that trusts it, and at
 * {@link dev.warder.testkit.TestGrants}, which refuses capabilities that do not exist.
 *
 * <p>For tests alone. The issuer's name is in the reserved domain {@code .invalid} (RFC 6761,
 * section 6.4), its keys are made anew each time and never leave it, and every access token was
 * signed and verified: no verifier but one that was given its key set accepts its tokens.
 */
@CheckReturnValue
@NullMarked
package dev.warder.testkit;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
