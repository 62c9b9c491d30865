package dev.warder.gate;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableMap;
import dev.warder.engine.Decision;
import dev.warder.gate.limit.Charge;
import dev.warder.gate.limit.LimitKind;
import dev.warder.model.Capability;
import java.time.Duration;
import java.util.Map;

/** The header fields of an answer. */
final class ResponseHeaders {
  private static final int HOUR = (int) Duration.ofHours(1).toSeconds();

  /** Enough for two items. */
  private static final int LENGTH_OF_LIMITS = 64;

  private final AnswerParts parts;

  ResponseHeaders(AnswerParts parts) {
    this.parts = parts;
  }

  Map<String, String> all() {
    ImmutableMap.Builder<String, String> fields = ImmutableMap.builder();
    if (!parts.isAllowed()) {
      denied(fields);
    }
    parts.charge().ifPresent(charge -> limits(fields, charge));
    return fields.buildOrThrow();
  }

  private void denied(ImmutableMap.Builder<String, String> fields) {
    fields.put("Content-Type", "application/problem+json");
    fields.put("Cache-Control", "no-store");
    switch (parts.reason()) {
      case MISSING_TOKEN -> fields.put("WWW-Authenticate", challenge());
      case INVALID_TOKEN, EXPIRED_TOKEN, REVOKED_TOKEN ->
          fields.put("WWW-Authenticate", challenge("invalid_token"));
      case MISSING_CAPABILITY ->
          fields.put("WWW-Authenticate", challenge("insufficient_scope") + scope());
      case METHOD_NOT_ALLOWED ->
          fields.put(
              "Allow", String.join(", ", parts.decision().map(Decision::allow).orElseThrow()));
      case CLIENT_LIMIT, PUBLIC_LIMIT, TOKEN_LIMIT, ACCOUNT_LIMIT ->
          fields.put("Retry-After", String.valueOf(parts.untilReset()));
      case UNAVAILABLE -> {
        if (parts.retryAfter() > 0) {
          fields.put("Retry-After", String.valueOf(parts.retryAfter()));
        }
      }
      default -> {}
    }
  }

  /** A challenge to a client that sent no token: it has no error (RFC 6750, section 3.1). */
  private String challenge() {
    AnswerSettings answers = parts.policy().answers();
    return "Bearer realm=\""
        + answers.realm()
        + '"'
        + (answers.resourceMetadata() == null
            ? ""
            : ", resource_metadata=\"" + answers.resourceMetadata() + '"');
  }

  private String challenge(String error) {
    String description = parts.reason().detail();
    return challenge() + ", error=\"" + error + "\", error_description=\"" + description + '"';
  }

  private String scope() {
    if (parts.policy().answers().disclosure() != Disclosure.CAPABILITIES) {
      return "";
    }
    return new Needed(parts)
        .wholly().stream().map(Capability::raw).collect(joining(" ", ", scope=\"", "\""));
  }

  /** The fields of draft-ietf-httpapi-ratelimit-headers-10: an item for each limit. */
  private void limits(ImmutableMap.Builder<String, String> fields, Charge charge) {
    if (charge.counted().isEmpty()) {
      return;
    }
    // Written for each answer that is let through: without streams, in two buffers.
    StringBuilder policy = new StringBuilder(LENGTH_OF_LIMITS);
    StringBuilder left = new StringBuilder(LENGTH_OF_LIMITS);
    for (LimitKind kind : charge.counted()) {
      item(policy, kind, ";q=", charge.limit(kind), ";w=", HOUR);
      item(left, kind, ";r=", charge.remaining(kind), ";t=", parts.untilReset());
    }
    fields.put("RateLimit-Policy", policy.toString());
    fields.put("RateLimit", left.toString());
  }

  private static void item(
      StringBuilder to, LimitKind kind, String first, int one, String second, int other) {
    if (!to.isEmpty()) {
      to.append(", ");
    }
    to.append('"').append(kind.code()).append('"');
    to.append(first).append(one).append(second).append(other);
  }
}
