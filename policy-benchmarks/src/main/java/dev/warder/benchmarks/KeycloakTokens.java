package dev.warder.benchmarks;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;

/**
 * Access tokens as Keycloak issues them to a client of its own, signed with RS256, and the key set
 * that it publishes: one key for signatures, and one for encryption that a verifier leaves out.
 */
final class KeycloakTokens {
  static final String ISSUER = "https://id.example.com/realms/notes";
  static final String AUDIENCE = "notes-api";
  static final String ACCOUNT_CLAIM = "tenant";
  static final long ISSUED = 1_800_000_000;

  private static final String KEY_ID = "hE3cV9mXn0r8kqU2tYb5sZ1wLpAfJdGiQoRvTxMyNcB";

  private final KeyPair signing = generate();
  private final KeyPair encryption = generate();

  KeycloakTokens() throws GeneralSecurityException {}

  private static KeyPair generate() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2_048);
    return generator.generateKeyPair();
  }

  RSAPublicKey publicKey() {
    return (RSAPublicKey) signing.getPublic();
  }

  String keySet() {
    RSAKey forSignatures =
        new RSAKey.Builder(publicKey())
            .keyID(KEY_ID)
            .keyUse(KeyUse.SIGNATURE)
            .algorithm(JWSAlgorithm.RS256)
            .build();
    RSAKey forEncryption =
        new RSAKey.Builder((RSAPublicKey) encryption.getPublic())
            .keyID("encryption")
            .keyUse(KeyUse.ENCRYPTION)
            .build();
    return "{\"keys\":[%s,%s]}"
        .formatted(forSignatures.toJSONString(), forEncryption.toJSONString());
  }

  /** Returns a token of some 1,300 characters, whose {@code sub} is the id of its number. */
  String token(int number) throws JOSEException {
    String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + KEY_ID + "\"}";
    String claims =
        """
        {"exp":%d,"iat":%d,"jti":"trrtcc:6a3a1fd1-6d7e-4b6f-a2b8-%012d","iss":"%s",\
        "aud":["%s","account"],"sub":"%s","typ":"Bearer","azp":"notes-service","acr":"1",\
        "realm_access":{"roles":["offline_access","uma_authorization","default-roles-notes"]},\
        "resource_access":{"account":{"roles":["manage-account","view-profile"]}},\
        "scope":"profile read:note write:note email","clientHost":"192.0.2.7",\
        "email_verified":false,"tenant":"acc-4711",\
        "preferred_username":"service-account-notes-service","clientAddress":"192.0.2.7",\
        "client_id":"notes-service"}"""
            .formatted(ISSUED + 300, ISSUED, number, ISSUER, AUDIENCE, SignedTokens.id(number));
    String signed = Base64URL.encode(header) + "." + Base64URL.encode(claims);
    return signed
        + "."
        + new RSASSASigner(signing.getPrivate())
            .sign(new JWSHeader(JWSAlgorithm.RS256), signed.getBytes(StandardCharsets.US_ASCII));
  }
}
