package dev.warder.benchmarks.peer;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Others that verify an issuer's token, whose user's id names it here. */
public final class IssuerTokenPeer {
  private IssuerTokenPeer() {}

  /** What a token has to say, and the time. */
  public record Expected(String issuer, String audience, Instant now) {}

  /** Returns Spring Security's decoder, with its own checks of times, issuer and audience. */
  public static TokenPeer spring(String keySet, Expected expected) throws Exception {
    NimbusJwtDecoder decoder =
        NimbusJwtDecoder.withJwkSource(new ImmutableJWKSet<>(JWKSet.parse(keySet))).build();
    JwtTimestampValidator times = new JwtTimestampValidator(Duration.ZERO);
    times.setClock(Clock.fixed(expected.now(), ZoneOffset.UTC));
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            times,
            new JwtIssuerValidator(expected.issuer()),
            new JwtAudienceValidator(expected.audience())));
    return token -> Objects.requireNonNull(decoder.decode(token).getSubject());
  }

  /** Returns auth0's verifier. */
  public static TokenPeer auth0(RSAPublicKey key, Expected expected) {
    JWTVerifier verifier =
        ((JWTVerifier.BaseVerification)
                JWT.require(Algorithm.RSA256(key, null))
                    .withIssuer(expected.issuer())
                    .withAudience(expected.audience()))
            .build(Clock.fixed(expected.now(), ZoneOffset.UTC));
    return token -> verifier.verify(token).getSubject();
  }
}
