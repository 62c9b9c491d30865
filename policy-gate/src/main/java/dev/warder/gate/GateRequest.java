package dev.warder.gate;

import org.jspecify.annotations.Nullable;

/**
 * What a gate has to know of a request, as it was received. Immutable.
 *
 * <pre>{@code
 * GateRequest request =
 *     GateRequest.builder()
 *         .authorization(authorization)
 *         .method("PATCH")
 *         .target("/v1/apps/28AB9a")
 *         .client("192.0.2.7")
 *         .build();
 * }</pre>
 */
public final class GateRequest {
  final @Nullable String authorization;
  final String method;
  final String target;
  final String client;
  final @Nullable String account;

  GateRequest(
      @Nullable String authorization,
      String method,
      String target,
      String client,
      @Nullable String account) {
    this.authorization = authorization;
    this.method = method;
    this.target = target;
    this.client = client;
    this.account = account;
  }

  /** Returns a builder, which asks for method, target and client. */
  public static GateRequestBuilder builder() {
    return new GateRequestBuilder();
  }

  /** Returns the method alone: target and token may be secret. */
  @Override
  public String toString() {
    return "a request with method " + method;
  }
}
