package dev.warder.gate;

import static com.google.common.base.Preconditions.checkState;

import dev.warder.engine.Decision;
import dev.warder.engine.Grant;
import dev.warder.engine.PathLimits;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.ResourceOwners;
import dev.warder.gate.limit.Charge;
import dev.warder.gate.limit.ChargedClient;
import dev.warder.gate.limit.RateLimits;
import dev.warder.gate.token.AccessToken;
import dev.warder.gate.token.TokenFault;
import dev.warder.gate.token.TokenReason;
import dev.warder.gate.token.TokenRejected;
import dev.warder.gate.token.TokenVerifiers;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueFile;
import dev.warder.model.InvalidCatalogue;
import dev.warder.model.Limits;
import dev.warder.model.text.RequestTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stands before an API: one call for each request, and the whole answer. It verifies the token,
 * looks whether it was revoked, counts the request, and decides by the catalogue, in this order. A
 * request without a token is decided first, then counted. It does no input or output of its own.
 * Safe for use by many threads.
 *
 * <pre>{@code
 * Gate gate =
 *     Gate.builder()
 *         .catalogue(ControlApi.catalogue(), owners)
 *         .tokens(TokenVerifier.builder()…)
 *         .revocations(revocations)
 *         .build();
 * Outcome outcome =
 *     gate.authorize(
 *         GateRequest.builder()
 *             .authorization(authorization)
 *             .method("PATCH")
 *             .target("/v1/apps/28AB9a")
 *             .client("192.0.2.7")
 *             .build());
 * }</pre>
 */
public final class Gate implements AutoCloseable {
  private final TokenVerifiers verifiers;
  private final @Nullable FaultLog faultLog;
  private final RateLimits rateLimits;
  private final InstantSource clock;
  private final ResourceOwners owners;
  private final PathLimits pathLimits;
  private final @Nullable Limits ownLimits;
  private final @Nullable DecisionFeed feed;
  private volatile Policy policy;
  private volatile boolean isClosed;

  /** Makes one. What begins something that has to be ended again comes last. */
  Gate(GateBuilder.Parts parts) {
    this.clock = parts.clock();
    this.owners = parts.owners();
    this.pathLimits = parts.pathLimits();
    this.ownLimits = parts.ownLimits();
    this.policy = policy(parts.catalogue(), parts.answers());
    this.rateLimits = parts.rateLimits();
    this.faultLog = parts.faultLog();
    this.feed = parts.feed().get();
    this.verifiers = verifiers(parts, feed);
  }

  private static TokenVerifiers verifiers(GateBuilder.Parts parts, @Nullable DecisionFeed feed) {
    try {
      return parts.verifiers().get();
    } catch (RuntimeException | Error e) {
      if (feed != null) {
        feed.close();
      }
      throw e;
    }
  }

  /** Returns a builder, which asks for catalogue, owners, tokens and revocations. */
  public static GateBuilder builder() {
    return new GateBuilder();
  }

  /**
   * Judges a request. Whatever stands in it, and whatever a part that the host handed in throws,
   * there is an outcome: what cannot be told is {@link GateReason#UNAVAILABLE}. Only an {@link
   * Error} is thrown on.
   */
  public Outcome authorize(GateRequest request) {
    // So short that, where this is inlined, the request need not be made.
    return authorize(
        request.authorization, request.method, request.target, request.client, request.account);
  }

  /**
   * Judges a request whose token somebody else has verified, such as the framework that the host
   * runs in: its signature, by a key and an algorithm of its issuer, and that it is an access token
   * and not another token of the issuer. Issuer, audience, times, the profile's requirements,
   * revocation, limits and the decision are judged here, as for {@link #authorize}.
   *
   * @param request the request; its {@code Authorization} field is not looked at
   * @param claims the token's claims by name. Besides what JSON has, times may be {@link
   *     java.time.Instant} or {@link java.util.Date}, whole numbers of any primitive type, and
   *     addresses {@link java.net.URI} or {@link java.net.URL}
   */
  public Outcome authorizeClaimsVerifiedElsewhere(GateRequest request, Map<String, ?> claims) {
    long began = feed == null ? 0 : feed.nanoTime();
    Outcome outcome = judgeClaims(request, claims);
    if (feed != null) {
      feed.offer(outcome, request.method, began);
    }
    return outcome;
  }

  private Outcome judgeClaims(GateRequest request, Map<String, ?> claims) {
    Policy now = policy;
    try {
      checkState(!isClosed, "the gate is closed");
      long nowMillis = clock.millis();
      AccessToken token;
      try {
        token = verifiers.acceptVerifiedElsewhere(claims, nowMillis);
      } catch (TokenRejected e) {
        if (faultLog != null) {
          faultLog.refused(() -> verifiers.explain(claims, e.fault()));
        }
        return judgeRejected(now, e, request.client, nowMillis);
      }
      return judge(now, token, request.method, request.target, request.account, nowMillis);
    } catch (RuntimeException e) {
      return Outcome.failed(now, e);
    }
  }

  private Outcome authorize(
      @Nullable String authorization,
      String method,
      String target,
      String client,
      @Nullable String account) {
    if (feed == null) {
      return judge(authorization, method, target, client, account);
    }
    long began = feed.nanoTime();
    Outcome outcome = judge(authorization, method, target, client, account);
    feed.offer(outcome, method, began);
    return outcome;
  }

  private Outcome judge(
      @Nullable String authorization,
      String method,
      String target,
      String client,
      @Nullable String account) {
    Policy now = policy;
    try {
      checkState(!isClosed, "the gate is closed");
      return authorization == null
          ? judgeWithoutToken(now, method, target, client)
          : judgeWithToken(now, authorization, method, target, client, account);
    } catch (RuntimeException e) {
      return Outcome.failed(now, e);
    }
  }

  /**
   * Decides first, as the decision tells which counter to charge. It asks the host nothing. The
   * account of the request is no matter, as without a token there is none that it could be.
   */
  private Outcome judgeWithoutToken(Policy now, String method, String target, String client) {
    long nowMillis = clock.millis();
    Decision decision =
        now.engine().decide(now.engine().anonymous(), method, RequestTarget.path(target));
    ChargedClient charged = ChargedClient.of(client);
    Charge charge =
        decision.isAllowed()
            ? rateLimits.chargePublic(charged, now.limits(), nowMillis)
            : rateLimits.charge(charged, now.limits(), nowMillis);
    return charge.isAdmitted()
        ? Outcome.decided(now, decision, null, charge, nowMillis)
        : Outcome.limited(now, null, charge, nowMillis);
  }

  private Outcome judgeWithToken(
      Policy now,
      String authorization,
      String method,
      String target,
      String client,
      @Nullable String account) {
    long nowMillis = clock.millis();
    AccessToken token;
    try {
      token = verifiers.verify(authorization, nowMillis);
    } catch (TokenRejected e) {
      if (faultLog != null) {
        faultLog.refused(() -> verifiers.explain(authorization, e.fault()));
      }
      return judgeRejected(now, e, client, nowMillis);
    }
    return judge(now, token, method, target, account, nowMillis);
  }

  private Outcome judge(
      Policy now,
      AccessToken token,
      String method,
      String target,
      @Nullable String account,
      long nowMillis) {
    Grant grant = verifiers.grant(token, now.engine());
    Charge charge = rateLimits.charge(token.charged(), now.limits(), nowMillis);
    if (!charge.isAdmitted()) {
      return Outcome.limited(now, token, charge, nowMillis);
    }
    Decision decision = now.engine().decide(grant, method, RequestTarget.path(target), account);
    return Outcome.decided(now, decision, token, charge, nowMillis);
  }

  private Outcome judgeRejected(Policy now, TokenRejected e, String client, long nowMillis) {
    if (e.reason() == TokenReason.UNAVAILABLE && e.fault() != TokenFault.KEY_NOT_LOOKED_FOR) {
      return Outcome.rejected(now, e);
    }
    Charge charge = rateLimits.charge(ChargedClient.of(client), now.limits(), nowMillis);
    return charge.isAdmitted()
        ? Outcome.rejected(now, e, charge, nowMillis)
        : Outcome.limited(now, null, charge, nowMillis);
  }

  /**
   * Judges by another catalogue from now on, with the same owners. Each request is judged and
   * answered by one catalogue, wherever it is under way. Counts go on, by the new limits. Of
   * several that are handed over at once, the last call's stays.
   *
   * @throws IllegalArgumentException when the catalogue cannot be compiled; the gate stays as it is
   */
  public synchronized void replaceCatalogue(Catalogue catalogue) {
    policy = policy(catalogue, policy.answers());
  }

  /**
   * Judges by what a file says now, if its last line proves it whole: {@code warder seal FILE} adds
   * that line. The file is read once. When anything is not right, the gate stays as it is.
   *
   * @throws IOException when the file cannot be read, or is no regular file
   * @throws InvalidCatalogue when it is no valid catalogue, or not known to be whole
   * @throws IllegalArgumentException when the catalogue cannot be compiled
   */
  public synchronized void reloadCatalogue(Path file) throws IOException, InvalidCatalogue {
    replaceCatalogue(CatalogueFile.readRegular(file).requireWhole());
  }

  /**
   * Judges by what a file says now, if its catalogue has this fingerprint, whether or not its last
   * line proves it whole. The file is read once. When anything is not right, the gate stays as it
   * is.
   *
   * @param fingerprint as {@link Catalogue#fingerprint} returns it: 64 lower-case hexadecimal
   *     digits
   * @throws IOException when the file cannot be read, or is no regular file
   * @throws InvalidCatalogue when it is no valid catalogue, or has another fingerprint
   * @throws IllegalArgumentException when this is no fingerprint, or the catalogue cannot be
   *     compiled
   */
  public synchronized void reloadCatalogue(Path file, String fingerprint)
      throws IOException, InvalidCatalogue {
    replaceCatalogue(CatalogueFile.readRegular(file).requireFingerprint(fingerprint));
  }

  private Policy policy(Catalogue catalogue, AnswerSettings answers) {
    return new Policy(
        PolicyEngine.compile(catalogue, owners, pathLimits),
        ownLimits == null ? catalogue.limits() : ownLimits,
        answers);
  }

  /** Returns the engine that requests are judged by now, for questions beside them. */
  public PolicyEngine engine() {
    return policy.engine();
  }

  /**
   * Returns whether it knows which tokens were revoked. While it does not, it refuses every token
   * as {@link GateReason#UNAVAILABLE}.
   */
  public boolean knowsRevocations() {
    return verifiers.knowRevocations();
  }

  /** Returns how many outcomes were dropped, as too many waited for the listeners. */
  public long dropped() {
    return feed == null ? 0 : feed.dropped();
  }

  /**
   * Ends the gate: from now on everything is {@link GateReason#UNAVAILABLE}, as revocations are
   * heeded no more. Listeners receive the outcomes that are waiting, for five seconds at most;
   * those left then are dropped.
   */
  @Override
  public void close() {
    isClosed = true;
    try (feed;
        verifiers) {
      // Closed in the order of the last to the first, whatever the host's revocations throw.
    }
  }
}
