package dev.warder.gate;

import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.gate.limit.ChargedToken;
import dev.warder.gate.token.AccessToken;
import dev.warder.model.Limits;
import java.util.function.Function;

/**
 * All that a request is judged by and answered from, besides its token: taken once for each
 * request, so that no answer mixes two catalogues.
 */
final class Policy {
  final PolicyEngine engine;
  final Limits limits;
  final Answers answers;

  /** Made once for each policy, so that a token seen again brings its caller along. */
  private final Function<AccessToken, Caller> callers;

  Policy(PolicyEngine engine, Limits limits, Answers answers) {
    this.engine = engine;
    this.limits = limits;
    this.answers = answers;
    this.callers =
        token ->
            new Caller(
                token.grant(engine),
                ChargedToken.of(token.issuer(), token.tokenId(), token.account()));
  }

  Caller caller(AccessToken token) {
    return token.derive(callers);
  }

  /** What a verified token stands for: what it may do, and on whose account it is counted. */
  record Caller(Grant grant, ChargedToken charged) {}
}
