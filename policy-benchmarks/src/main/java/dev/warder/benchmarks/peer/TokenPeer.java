package dev.warder.benchmarks.peer;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.JwtParserBuilder;
import io.jsonwebtoken.Jwts;
import java.security.Key;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Set;
import javax.crypto.SecretKey;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/** Verifies a token, its issuer, audience and times, and reads a claim of it. */
@FunctionalInterface
public interface TokenPeer {
  /**
   * Returns the token's {@code token_id}.
   *
   * @throws Exception when it is not good
   */
  String tokenId(String token) throws Exception;

  /**
   * Returns nimbus's default processor, with the key set that holds the key.
   *
   * @throws UnsupportedOperationException when it has no such algorithm
   */
  static TokenPeer nimbus(
      String keySet, String algorithm, String issuer, String audience, Instant now)
      throws Exception {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    JWSAlgorithm by = JWSAlgorithm.parse(algorithm);
    if (!processor.getJWSVerifierFactory().supportedJWSAlgorithms().contains(by)) {
      throw new UnsupportedOperationException("nimbus's default processor has no " + algorithm);
    }
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(new JOSEObjectType("at+jwt")));
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(by, new ImmutableJWKSet<>(JWKSet.parse(keySet))));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<SecurityContext>(
            audience,
            new JWTClaimsSet.Builder().issuer(issuer).build(),
            Set.of("sub", "iat", "exp", "jti")) {
          @Override
          protected Date currentTime() {
            return Date.from(now);
          }
        });
    return token -> processor.process(token, null).getStringClaim("token_id");
  }

  /**
   * Returns auth0's verifier.
   *
   * @throws UnsupportedOperationException when it has no such algorithm
   */
  static TokenPeer auth0(
      Key key, byte[] secret, String algorithm, String issuer, String audience, Instant now) {
    com.auth0.jwt.algorithms.Algorithm by =
        switch (algorithm) {
          case "HS256" -> com.auth0.jwt.algorithms.Algorithm.HMAC256(secret);
          case "RS256" -> com.auth0.jwt.algorithms.Algorithm.RSA256((RSAPublicKey) key, null);
          case "ES256" -> com.auth0.jwt.algorithms.Algorithm.ECDSA256((ECPublicKey) key, null);
          default -> throw new UnsupportedOperationException("auth0 has no " + algorithm);
        };
    JWTVerifier verifier =
        ((JWTVerifier.BaseVerification) JWT.require(by).withIssuer(issuer).withAudience(audience))
            .build(Clock.fixed(now, ZoneOffset.UTC));
    return token -> verifier.verify(token).getClaim("token_id").asString();
  }

  /** Returns jjwt's parser. */
  static TokenPeer jjwt(Key key, String issuer, String audience, Instant now) {
    JwtParserBuilder builder =
        Jwts.parser().requireIssuer(issuer).requireAudience(audience).clock(() -> Date.from(now));
    JwtParser parser =
        key instanceof SecretKey secret
            ? builder.verifyWith(secret).build()
            : builder.verifyWith((PublicKey) key).build();
    return token -> parser.parseSignedClaims(token).getPayload().get("token_id", String.class);
  }

  /** Returns jose4j's consumer. */
  static TokenPeer jose4j(Key key, String algorithm, String issuer, String audience, Instant now) {
    JwtConsumer consumer =
        new JwtConsumerBuilder()
            .setExpectedIssuer(issuer)
            .setExpectedAudience(audience)
            .setRequireExpirationTime()
            .setEvaluationTime(NumericDate.fromSeconds(now.getEpochSecond()))
            .setVerificationKey(key)
            .setJwsAlgorithmConstraints(ConstraintType.PERMIT, algorithm)
            .build();
    return token -> consumer.processToClaims(token).getStringClaimValue("token_id");
  }
}
