package dev.warder.sample;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.warder.gate.token.InvalidKeySet;
import dev.warder.gate.token.KeySet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** Issues the sample's tokens, with a key that exists for as long as the sample runs. */
final class SampleIssuer {
  static final String ISSUER = "https://tokens.sample.invalid";
  static final String AUDIENCE = "sample";

  private final ECKey key;

  SampleIssuer() {
    try {
      key =
          new ECKeyGenerator(Curve.P_256).keyID("sample").algorithm(JWSAlgorithm.ES256).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException("this JDK makes no ES256 key", e);
    }
  }

  KeySet keys() throws InvalidKeySet {
    return KeySet.parse(new JWKSet(key).toString(true));
  }

  /** Returns a token of account {@code A} that lasts a day. */
  String token(String id, Instant now, List<String> capabilities) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.ES256)
            .keyID(key.getKeyID())
            .type(new JOSEObjectType("at+jwt"))
            .build();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .audience(AUDIENCE)
            .subject("sample-user")
            .jwtID(id)
            .claim("account", "A")
            .claim("capabilities", capabilities)
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(Duration.ofDays(1))))
            .build();
    SignedJWT token = new SignedJWT(header, claims);
    try {
      token.sign(new ECDSASigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("this JDK signs nothing by ES256", e);
    }
    return token.serialize();
  }
}
