package dev.warder.spring;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * The settings {@code warder.*} of a service. A key that is none of these fails the start.
 *
 * @param catalogue the catalogue's file, such as {@code classpath:catalogue.yaml}
 * @param issuers the issuers whose tokens are accepted
 * @param verifiedBySpring whether Spring Security verifies tokens, and the gate judges their claims
 * @param store the store of tokens that this service issues itself, in place of issuers
 * @param owners where the owners of resources are looked up
 * @param trustedNetworks the networks of proxies that name the client in {@code X-Forwarded-For},
 *     such as {@code 10.0.0.0/8}
 * @param requestAccount where a request names its account, for a catalogue that asks
 * @param exclude the servlet mappings of requests that are not judged, such as {@code /health}
 * @param cors who answers pages of other origins
 * @param strictMappings whether the start fails where the catalogue and the controllers differ
 */
@ConfigurationProperties(prefix = "warder", ignoreUnknownFields = false)
public record WarderProperties(
    @Nullable Resource catalogue,
    @DefaultValue List<Issuer> issuers,
    @DefaultValue("false") boolean verifiedBySpring,
    @Nullable Store store,
    @DefaultValue Owners owners,
    @DefaultValue List<String> trustedNetworks,
    @DefaultValue RequestAccount requestAccount,
    @DefaultValue List<String> exclude,
    @Nullable Cors cors,
    @DefaultValue("false") boolean strictMappings) {

  /**
   * An issuer whose tokens are accepted.
   *
   * @param uri the issuer's address, whose metadata names its keys; or else {@code issuer} and
   *     {@code keys} are set
   * @param issuer what {@code iss} of its tokens says: the same as {@code uri} unless set
   * @param keys where its keys are: an {@code https} address, or a file of a JWK set
   * @param audience what {@code aud} of its tokens must hold: the name of this API
   * @param profile the profile of its tokens, by name, such as {@code keycloak}, or by file: {@code
   *     strict} unless set
   * @param accountClaim the claim that names the account: the profile's own unless set
   * @param clockSkew by how much its clock and this one may differ: 10 seconds unless set
   * @param accountPrefix what stands before the accounts of its tokens, where there are several
   *     issuers
   */
  public record Issuer(
      @Nullable String uri,
      @Nullable String issuer,
      @Nullable String keys,
      @Nullable String audience,
      @DefaultValue("strict") String profile,
      @Nullable String accountClaim,
      @DefaultValue("10s") Duration clockSkew,
      @Nullable String accountPrefix) {}

  /**
   * A store of tokens that this service issues, rotates and revokes.
   *
   * @param place its file, or the JDBC address of its PostgreSQL database
   * @param issuer what {@code iss} of its tokens says
   * @param audience what {@code aud} of its tokens says: the name of this API
   * @param encryptionKey the secret that encrypts the keys that sign: 32 random bytes in base64 or
   *     hexadecimal, or {@code file:} and a file of them
   * @param auditKey the secret that chains the audit, written as {@code encryptionKey}
   * @param mark a file that this service alone uses, which notes how far revocations were read
   * @param acceptAnyLogWhenThereIsNoMark whether the service starts without that file: for the
   *     first start
   */
  public record Store(
      @Nullable String place,
      @Nullable String issuer,
      @Nullable String audience,
      @Nullable String encryptionKey,
      @Nullable String auditKey,
      @Nullable String mark,
      @DefaultValue("false") boolean acceptAnyLogWhenThereIsNoMark) {

    /** Names no secret. An address of a database may hold a password. */
    @Override
    public String toString() {
      return "Store[issuer=" + issuer + "]";
    }
  }

  /**
   * Where the owners of resources are looked up.
   *
   * @param sql the statement for each kind of resource, with one parameter, the id, and one column,
   *     the account
   * @param http the address of a server that knows them, in place of {@code sql}: {@code
   *     https://owners.example.com/{kind}/{id}}
   * @param authorization the value of {@code Authorization} for that server, which is a secret
   * @param timeout how long a request waits for one owner
   * @param age how long an owner is used
   */
  public record Owners(
      @DefaultValue Map<String, String> sql,
      @Nullable String http,
      @Nullable String authorization,
      @DefaultValue("200ms") Duration timeout,
      @DefaultValue("1m") Duration age) {

    /** Names no secret. */
    @Override
    public String toString() {
      return "Owners[sql=" + sql + ", http=" + http + "]";
    }
  }

  /**
   * Where a request names its account: in one of the two.
   *
   * @param header the field that names it
   * @param subdomain the domain whose sub-domain names it
   */
  public record RequestAccount(@Nullable String header, @Nullable String subdomain) {}

  /**
   * Who answers pages of other origins: a filter, or this policy.
   *
   * @param handler the bean of a filter that does, such as Spring's {@code corsFilter}
   * @param origins the origins that may call, such as {@code https://app.example.com}
   * @param methods the methods that they may use
   * @param fields the fields that they may send: {@code Authorization} and {@code Content-Type}
   *     unless set
   * @param age how long a browser may keep the answer to a preflight: 10 minutes unless set
   */
  public record Cors(
      @Nullable String handler,
      @DefaultValue List<String> origins,
      @DefaultValue List<String> methods,
      @Nullable List<String> fields,
      @Nullable Duration age) {}
}
