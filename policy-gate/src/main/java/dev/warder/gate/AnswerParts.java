package dev.warder.gate;

import dev.warder.engine.Decision;
import dev.warder.gate.limit.Charge;
import dev.warder.gate.token.AccessToken;
import java.util.Optional;

/**
 * What headers and body of an answer are made of.
 *
 * @param policy what the request was judged by
 * @param isAllowed whether the request is let through
 * @param untilReset the seconds after which, when the request was judged, the hour charged was over
 * @param retryAfter the seconds after which the same request may get another answer; 0 for unknown
 */
record AnswerParts(
    Policy policy,
    GateReason reason,
    boolean isAllowed,
    Optional<Decision> decision,
    Optional<AccessToken> token,
    Optional<Charge> charge,
    int untilReset,
    int retryAfter) {}
