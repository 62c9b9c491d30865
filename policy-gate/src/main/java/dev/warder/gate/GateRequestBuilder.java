package dev.warder.gate;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link GateRequest}. Method, target and client must be set. Each part has a name, since
 * all are text and none can stand in the place of another.
 */
public final class GateRequestBuilder {
  private @Nullable String authorization;
  private @Nullable String method;
  private @Nullable String target;
  private @Nullable String client;
  private @Nullable String account;

  GateRequestBuilder() {}

  /**
   * Sets the value of the {@code Authorization} field as received. Null, or not set, when the
   * request has none. Of several, the values with a comma between, which is never valid.
   */
  @CanIgnoreReturnValue
  public GateRequestBuilder authorization(@Nullable String authorization) {
    this.authorization = authorization;
    return this;
  }

  /** Sets the method as received. */
  @CanIgnoreReturnValue
  public GateRequestBuilder method(String method) {
    this.method = requireNonNull(method);
    return this;
  }

  /**
   * Sets the request target in origin form (RFC 9112, section 3.2.1) as received: neither decoded
   * nor normalised. The gate cuts a query off at the first question mark. In a servlet {@code
   * getRequestURI()} (never {@code getServletPath()} or {@code getPathInfo()}, which are decoded),
   * in Netty and Vert.x {@code uri()} (never {@code path()}), in the JDK's server {@code
   * getRequestURI().toString()} (never {@code getPath()}, which is decoded, or {@code
   * getRawPath()}, which takes {@code //host} off).
   */
  @CanIgnoreReturnValue
  public GateRequestBuilder target(String target) {
    this.target = requireNonNull(target);
    return this;
  }

  /**
   * Sets the address of the client in any spelling, by which the gate counts it when it shows no
   * valid token: that of the connection, or what a proxy that you trust says.
   *
   * @throws IllegalArgumentException when it is empty
   */
  @CanIgnoreReturnValue
  public GateRequestBuilder client(String client) {
    checkArgument(!client.isEmpty(), "a client has an address, or some text that stands for it");
    this.client = client;
    return this;
  }

  /**
   * Sets the account that the request names outside its path, for a catalogue with {@code account:
   * from-request}. Null, or not set, when the request names none: such operations are then denied,
   * as they are for a blank account and for any other than the token's.
   *
   * <p>Take it from exactly one source, the one that the service behind the gate obeys:
   *
   * <ul>
   *   <li>a header field that stands in the request exactly once, without a comma in its value.
   *       Otherwise set null;
   *   <li>or a sub-domain: what stands in {@code Host} before the service's own domain, in lower
   *       case, without the port.
   * </ul>
   *
   * <p>Never take it from the token, whose account always passes.
   */
  @CanIgnoreReturnValue
  public GateRequestBuilder requestAccount(@Nullable String account) {
    this.account = account;
    return this;
  }

  /**
   * Returns the request.
   *
   * @throws IllegalStateException when method, target or client is not set
   */
  public GateRequest build() {
    checkState(method != null, "set method(…)");
    checkState(target != null, "set target(…)");
    checkState(client != null, "set client(…)");
    return new GateRequest(authorization, method, target, client, account);
  }
}
