package dev.warder.issuers;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The keys of a Spring Authorization Server, the newest first. None has an {@code alg}. */
final class RotatingKeys implements JWKSource<SecurityContext> {
  private static final int BITS = 2048;

  private final List<JWK> keys = new CopyOnWriteArrayList<>();

  RotatingKeys() {
    rotate();
  }

  void rotate() {
    try {
      keys.add(0, new RSAKeyGenerator(BITS).keyID(UUID.randomUUID().toString()).generate());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the id of the key that signs. */
  String newest() {
    return keys.get(0).getKeyID();
  }

  /** Returns what signs by that key. */
  JWSSigner signer() throws JOSEException {
    return new RSASSASigner(keys.get(0).toRSAKey());
  }

  @Override
  public List<JWK> get(JWKSelector selector, SecurityContext context) {
    return selector.select(new JWKSet(keys));
  }
}
