/**
 * What was revoked, held in memory. Start at {@link dev.warder.gate.revocation.Revocations}, which
 * answers whether a token was revoked: {@link dev.warder.gate.revocation.RevocationSet} for one
 * process, {@link dev.warder.gate.revocation.RevocationFollower} for one of many that follow a
 * {@link dev.warder.gate.revocation.RevocationLog}.
 */
@CheckReturnValue
@NullMarked
package dev.warder.gate.revocation;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
