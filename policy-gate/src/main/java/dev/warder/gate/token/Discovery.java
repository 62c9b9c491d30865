package dev.warder.gate.token;

import static com.google.common.base.Preconditions.checkArgument;

import dev.warder.gate.fetch.Fetching;
import dev.warder.model.text.Quoted;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The keys of an issuer, at the address that its metadata names: OpenID Connect Discovery 1.0,
 * section 4, or RFC 8414, section 3. The metadata is fetched with each set, so that its address may
 * change.
 */
final class Discovery implements KeyLocation {
  static final int OK = 200;
  private static final int MOST_SHOWN = 256;
  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;

  private final String issuer;
  private final Fetching fetching;
  private final List<URI> addresses;

  /**
   * Makes one.
   *
   * @throws IllegalArgumentException for an issuer that is no https address, or an http one of this
   *     machine, without query and fragment
   */
  Discovery(String issuer, Duration timeout) {
    this.issuer = issuer;
    this.fetching = KeyAddress.within(timeout);
    this.addresses = addresses(issuer);
  }

  /** Returns where the metadata may be: by OpenID Connect, and then by RFC 8414. */
  static List<URI> addresses(String issuer) {
    URI address = address(issuer);
    checkArgument(
        address == null || address.getRawUserInfo() == null,
        "the address of an issuer has no user and no password");
    checkArgument(
        address != null
            && Fetching.isSafe(address)
            && address.getRawQuery() == null
            && address.getRawFragment() == null,
        "an issuer with metadata begins with `https://`, or on this machine with `http://localhost`,"
            + " `http://127.0.0.1` or `http://[::1]`, and has no query and no fragment: %s",
        Quoted.of(issuer));
    String path = address.getRawPath().replaceFirst("/$", "");
    String root = address.getScheme() + "://" + address.getRawAuthority();
    return List.of(
        URI.create(root + path + "/.well-known/openid-configuration"),
        URI.create(root + "/.well-known/oauth-authorization-server" + path));
  }

  private static boolean isHttps(URI address) {
    return "https".equals(address.getScheme());
  }

  /** The second exception is what the JDK throws for a number too large in an IPv6 address. */
  private static @Nullable URI address(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException | NumberFormatException e) {
      return null;
    }
  }

  @Override
  public CompletableFuture<HttpResponse<byte[]>> fetch() {
    return new KeyAddress(fetching, addresses.get(0))
        .fetch()
        .thenCompose(
            first ->
                isElsewhere(first)
                    ? new KeyAddress(fetching, addresses.get(1)).fetch()
                    : CompletableFuture.completedFuture(first))
        .thenCompose(this::fetchKeys);
  }

  /** Returns whether the metadata is to be looked for at the next address. */
  static boolean isElsewhere(HttpResponse<byte[]> first) {
    return first.statusCode() >= CLIENT_ERROR && first.statusCode() < SERVER_ERROR;
  }

  private CompletableFuture<HttpResponse<byte[]>> fetchKeys(HttpResponse<byte[]> metadata) {
    try {
      if (metadata.statusCode() != OK) {
        throw new InvalidKeySet("the issuer's metadata has status " + metadata.statusCode());
      }
      return new KeyAddress(fetching, keysAddress(metadata.body(), issuer)).fetch();
    } catch (InvalidKeySet e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /**
   * Returns the address of the keys that metadata names.
   *
   * @throws InvalidKeySet when it is another issuer's, or names no safe address
   */
  static URI keysAddress(byte[] json, String issuer) throws InvalidKeySet {
    Map<String, @Nullable Object> metadata;
    try {
      metadata = StrictJson.parse(json);
    } catch (TokenRejected e) {
      throw new InvalidKeySet("the issuer's metadata cannot be read: " + e.fault().message());
    }
    if (!(metadata.get("issuer") instanceof String named)) {
      throw new InvalidKeySet("the metadata has no `issuer`, which should be " + quoted(issuer));
    }
    if (!issuer.equals(named)) {
      throw new InvalidKeySet(
          "the metadata is that of " + quoted(named) + ", not of " + quoted(issuer));
    }
    if (!metadata.containsKey("jwks_uri")) {
      throw new InvalidKeySet("the metadata has no `jwks_uri`, the address of the keys");
    }
    @Nullable Object location = metadata.get("jwks_uri");
    URI keys = location instanceof String text ? address(text) : null;
    boolean isLocal = issuer.startsWith("http:");
    if (keys == null || !Fetching.isSafe(keys) || (!isLocal && !isHttps(keys))) {
      throw new InvalidKeySet(
          "`jwks_uri` of the metadata is no https address; an http one of this machine is for an"
              + " issuer of this machine alone: "
              + quoted(String.valueOf(location)));
    }
    return keys;
  }

  /** Two issuers may differ at the very end. */
  private static String quoted(String text) {
    return "`" + Quoted.atMost(MOST_SHOWN, text) + "`";
  }
}
