package dev.warder.servlet;

import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.gate.Gate;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes a {@link WarderFilter}. */
public final class WarderFilterBuilder {
  final Gate gate;
  final ImmutableList.Builder<ServletMapping> exclusions = ImmutableList.builder();
  @Nullable Cors cors;
  RequestAccount account = RequestAccount.none();
  Function<HttpServletRequest, @Nullable Map<String, ?>> claims = request -> null;
  private TrustedNetworks trusted = TrustedNetworks.parse(List.of());
  private ForwardedField forwarded = ForwardedField.X_FORWARDED_FOR;
  private boolean hasAccount;

  WarderFilterBuilder(Gate gate) {
    this.gate = requireNonNull(gate);
  }

  /**
   * Passes requests on unjudged, by servlet mappings: {@code /health}, {@code /assets/*} or {@code
   * *.css}. A mapping is compared with the path as received and as the container decodes it, and
   * both must match. No path of the catalogue is excluded, and none with a triple ({@code %41}).
   * The start fails where a mapping such as {@code /v1/*} is of operations.
   *
   * @throws IllegalArgumentException for what is no mapping, or one of all paths
   */
  @CanIgnoreReturnValue
  public WarderFilterBuilder exclude(String... mappings) {
    for (String mapping : mappings) {
      exclusions.add(ServletMapping.parse(mapping));
    }
    return this;
  }

  /**
   * Answers preflights from pages of other origins, and lets those pages read answers. A preflight
   * is judged by the gate where the catalogue has an operation {@code OPTIONS} for its path.
   *
   * @throws IllegalStateException when CORS is handled already
   */
  @CanIgnoreReturnValue
  public WarderFilterBuilder cors(CorsPolicy policy) {
    return cors(new OwnCors(policy));
  }

  /**
   * Lets a filter of yours handle requests from pages of other origins, such as that of your
   * framework. It runs before the gate, so that pages can read denials. No servlet runs for a
   * preflight that it passes on: that one is refused. Its {@code init} and {@code destroy} are not
   * called. It must not change the path.
   *
   * @throws IllegalStateException when CORS is handled already
   */
  @CanIgnoreReturnValue
  public WarderFilterBuilder corsHandler(Filter handler) {
    return cors(Cors.by(requireNonNull(handler)));
  }

  private WarderFilterBuilder cors(Cors handler) {
    checkState(cors == null, "CORS is handled already");
    cors = handler;
    return this;
  }

  /**
   * Believes proxies in these networks when they name the client: {@code 10.0.0.0/8}, {@code ::1}.
   * Unless set, the client is the address of the connection.
   *
   * @param field the field that your proxies write; they must not pass on one that a client sent,
   *     or must add to its end
   * @throws IllegalArgumentException for what is no network
   */
  @CanIgnoreReturnValue
  public WarderFilterBuilder trustedNetworks(ForwardedField field, String... networks) {
    trusted = TrustedNetworks.parse(List.of(networks));
    forwarded = requireNonNull(field);
    return this;
  }

  /**
   * Takes the account of requests from a field, for a catalogue with {@code account: from-request}:
   * from one line, without a comma.
   *
   * @throws IllegalStateException when it is taken from elsewhere already
   */
  @CanIgnoreReturnValue
  public WarderFilterBuilder requestAccountFromHeader(String name) {
    return account(RequestAccount.ofHeader(name));
  }

  /**
   * Takes the account of requests from the sub-domain: what stands in {@code Host} before this
   * domain, in lower case.
   *
   * @throws IllegalStateException when it is taken from elsewhere already
   */
  @CanIgnoreReturnValue
  public WarderFilterBuilder requestAccountFromSubdomainOf(String domain) {
    return account(RequestAccount.ofSubdomain(domain));
  }

  /**
   * Takes the claims of tokens that a filter before this one has verified, as {@link
   * Gate#authorizeClaimsVerifiedElsewhere} takes them. Where there are none, the gate judges the
   * request's {@code Authorization} field.
   *
   * @param claims returns the verified claims of a request, or null; what it throws, the filter
   *     throws
   */
  @CanIgnoreReturnValue
  public WarderFilterBuilder claimsVerifiedElsewhere(
      Function<HttpServletRequest, @Nullable Map<String, ?>> claims) {
    this.claims = requireNonNull(claims);
    return this;
  }

  private WarderFilterBuilder account(RequestAccount source) {
    checkState(!hasAccount, "the account of a request has one source");
    account = source;
    hasAccount = true;
    return this;
  }

  ClientAddress client() {
    return new ClientAddress(trusted, forwarded);
  }

  /** Returns the filter. */
  public WarderFilter build() {
    return new WarderFilter(this);
  }
}
