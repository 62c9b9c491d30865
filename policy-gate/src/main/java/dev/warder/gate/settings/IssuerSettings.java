package dev.warder.gate.settings;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a configuration says of an issuer whose tokens are accepted.
 *
 * @param uri the issuer's address, whose metadata names its keys; or else {@code issuer} and {@code
 *     keys} are set
 * @param issuer what {@code iss} of its tokens says: the same as {@code uri} unless set
 * @param keys where its keys are: an {@code https} address, or a file of a JWK set
 * @param audience what {@code aud} of its tokens must hold: the name of this API
 * @param profile the profile of its tokens, by name, such as {@code keycloak}, or by file
 * @param accountClaim the claim that names the account: the profile's own unless set
 * @param clockSkew by how much its clock and this one may differ
 * @param accountPrefix what stands before the accounts of its tokens, where there are several
 *     issuers
 */
public record IssuerSettings(
    @Nullable String uri,
    @Nullable String issuer,
    @Nullable String keys,
    @Nullable String audience,
    String profile,
    @Nullable String accountClaim,
    Duration clockSkew,
    @Nullable String accountPrefix) {}
