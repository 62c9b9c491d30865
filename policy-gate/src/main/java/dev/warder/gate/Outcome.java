package dev.warder.gate;

import dev.warder.engine.Decision;
import dev.warder.engine.Reason;
import dev.warder.gate.limit.Charge;
import dev.warder.gate.token.AccessToken;
import dev.warder.gate.token.TokenFault;
import dev.warder.gate.token.TokenRejected;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a gate says to a request: let it through, or answer it with this status, these headers and
 * this body. Immutable. Headers and body are made each time they are asked for, of what was known
 * when the request was judged: no clock is asked, and nothing that the host handed in.
 *
 * <p>Where {@link #isAllowed}, the host adds {@link #headers} to its own answer. Otherwise it sends
 * {@link #status}, {@link #headers} and {@link #body} (none in the answer to {@code HEAD}) and
 * nothing of its own.
 */
public final class Outcome {
  // One is made for each request: with the header of an object, these five take 32 bytes.
  private final Policy policy;
  private final @Nullable Object about;
  private final @Nullable AccessToken token;
  private final @Nullable Charge charge;
  private final int untilReset;

  /**
   * Makes one.
   *
   * @param about the {@link Decision}, the rejection of the token or the exception behind the
   *     reason; null when a limit is
   */
  private Outcome(
      Policy policy,
      @Nullable Object about,
      @Nullable AccessToken token,
      @Nullable Charge charge,
      long nowMillis) {
    this.policy = policy;
    this.about = about;
    this.token = token;
    this.charge = charge;
    this.untilReset = charge == null ? 0 : charge.secondsUntilReset(nowMillis);
  }

  static Outcome decided(
      Policy policy,
      Decision decision,
      @Nullable AccessToken token,
      Charge charge,
      long nowMillis) {
    return new Outcome(policy, decision, token, charge, nowMillis);
  }

  /** The token was rejected, and its client charged. */
  static Outcome rejected(Policy policy, TokenRejected why, Charge charge, long nowMillis) {
    return new Outcome(policy, why, null, charge, nowMillis);
  }

  /** The token was rejected, and nobody charged. */
  static Outcome rejected(Policy policy, TokenRejected why) {
    return new Outcome(policy, why, null, null, 0);
  }

  static Outcome limited(
      Policy policy, @Nullable AccessToken token, Charge refused, long nowMillis) {
    return new Outcome(policy, null, token, refused, nowMillis);
  }

  static Outcome failed(Policy policy, RuntimeException failure) {
    return new Outcome(policy, failure, null, null, 0);
  }

  /**
   * Returns whether the request is to be let through. In a gate that only reports, it always is;
   * {@link #reason} then says what it would have been.
   */
  public boolean isAllowed() {
    return (about instanceof Decision decision && decision.isAllowed())
        || policy.answers().isReportOnly();
  }

  /** Returns why. */
  public GateReason reason() {
    if (about instanceof Decision decision) {
      return token == null && isToldOnlyWithAToken(decision)
          ? GateReason.MISSING_TOKEN
          : GateReason.of(decision.reason());
    } else if (about instanceof TokenRejected rejected) {
      return GateReason.of(rejected.reason());
    }
    return about == null && charge != null
        ? GateReason.of(charge.full().orElseThrow())
        : GateReason.UNAVAILABLE;
  }

  /** Without a token nobody learns which paths and methods there are. */
  private static boolean isToldOnlyWithAToken(Decision decision) {
    return !decision.isAllowed() && decision.reason() != Reason.MALFORMED_REQUEST;
  }

  /**
   * Returns the token, when it was verified. A public operation is allowed without one, and in a
   * gate that only reports everything is.
   */
  public Optional<AccessToken> token() {
    return Optional.ofNullable(token);
  }

  /**
   * Returns the decision on the request, when it came to one: without a token, that of the
   * anonymous grant. There is none where a token was rejected, or somebody came too often.
   */
  public Optional<Decision> decision() {
    return about instanceof Decision decision ? Optional.of(decision) : Optional.empty();
  }

  /** Returns what is wrong with the token, when it was rejected. Not for clients. */
  public Optional<TokenFault> fault() {
    return about instanceof TokenRejected rejected
        ? Optional.of(rejected.fault())
        : Optional.empty();
  }

  /** Returns what a part that the host handed in has thrown, when that is why. Not for clients. */
  public Optional<RuntimeException> failure() {
    Object cause = about instanceof TokenRejected rejected ? rejected.getCause() : about;
    return cause instanceof RuntimeException failure ? Optional.of(failure) : Optional.empty();
  }

  /** Returns what the request was counted as, and how much is left, when it was counted. */
  public Optional<Charge> charge() {
    return Optional.ofNullable(charge);
  }

  /** Returns the fingerprint of the catalogue that the request was judged by. */
  public String fingerprint() {
    return policy.engine().catalogue().fingerprint();
  }

  /** Returns the status to answer with when the request is not let through; 200 when it is. */
  public int status() {
    return isAllowed() ? GateReason.ALLOWED.status() : reason().status();
  }

  /**
   * Returns the header fields to answer with: name, then value, in a fixed order. Printable ASCII,
   * whatever stood in the request.
   */
  public Map<String, String> headers() {
    return new ResponseHeaders(parts()).all();
  }

  /**
   * Returns the body to answer with, to be sent in UTF-8: problem details (RFC 9457); empty when
   * the request is let through.
   */
  public String body() {
    return isAllowed() ? "" : new ProblemDetails(parts()).json();
  }

  private AnswerParts parts() {
    int retryAfter = about instanceof TokenRejected rejected ? rejected.retrySeconds() : 0;
    return new AnswerParts(
        policy, reason(), isAllowed(), decision(), token(), charge(), untilReset, retryAfter);
  }

  /** Returns the reason, the operation, and who is asking. */
  @Override
  public String toString() {
    String of =
        decision().flatMap(Decision::operation).map(operation -> " " + operation).orElse("");
    return reason() + of + (token == null ? "" : ", " + token);
  }
}
