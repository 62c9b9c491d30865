package dev.warder.issuers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;

/** Tokens that an issuer did not make, of ones that it did. */
final class Forged {
  private static final ECKey KEY = key();

  private Forged() {}

  private static ECKey key() {
    try {
      return new ECKeyGenerator(Curve.P_256).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the key that a token names. */
  static String keyId(String token) throws ParseException {
    return JWSObject.parse(token).getHeader().getKeyID();
  }

  /** Returns the token as our own key signs it, which it calls by this id. */
  static String signedByUs(String token, String keyId) throws Exception {
    JWSObject genuine = JWSObject.parse(token);
    return signed(genuine.getHeader().getType(), keyId, genuine.getPayload().toString());
  }

  private static String signed(JOSEObjectType type, String keyId, String claims)
      throws JOSEException {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(type).keyID(keyId).build();
    JWSObject forged = new JWSObject(header, new Payload(claims));
    forged.sign(new ECDSASigner(KEY));
    return forged.serialize();
  }

  /** Returns the token with another issuer in it, and its signature as it was. */
  static String inTheNameOf(String issuer, String token) throws Exception {
    JWSObject genuine = JWSObject.parse(token);
    ObjectNode claims = (ObjectNode) Http.JSON.readTree(genuine.getPayload().toString());
    String changed = new Payload(claims.put("iss", issuer).toString()).toBase64URL().toString();
    String[] parts = token.split("\\.", -1);
    return parts[0] + "." + changed + "." + parts[2];
  }
}
