package dev.warder.gate.token;

import com.google.common.collect.ImmutableList;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the checks of keys, by one provider or by those that are installed. A public key is made
 * the provider's own once, not at each signature.
 */
final class SignatureChecks {
  private static final String ED25519 = "Ed25519";
  private static final int ED25519_SIGNATURE_BYTES = 64;

  /** What stands before the 32 bytes of a key in its X.509 form (RFC 8410, section 4). */
  private static final byte[] ED25519_PREFIX = {
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00
  };

  private static final SignatureChecks INSTALLED = new SignatureChecks(null);
  private static final ImmutableList<SignatureChecks> FASTEST_FIRST =
      Stream.concat(NativeProvider.find().stream().map(SignatureChecks::new), Stream.of(INSTALLED))
          .collect(ImmutableList.toImmutableList());

  private final @Nullable Provider provider;

  private SignatureChecks(@Nullable Provider provider) {
    this.provider = provider;
  }

  /** Returns by whom to check, in the order to be tried: what one cannot do, the next may. */
  static ImmutableList<SignatureChecks> fastestFirst() {
    return FASTEST_FIRST;
  }

  static ImmutableList<SignatureChecks> byInstalledProviders() {
    return ImmutableList.of(INSTALLED);
  }

  /** Returns checks by one provider alone, which may lack an algorithm. */
  static ImmutableList<SignatureChecks> by(Provider provider) {
    return ImmutableList.of(new SignatureChecks(provider));
  }

  Optional<String> providerName() {
    return Optional.ofNullable(provider).map(Provider::getName);
  }

  /**
   * Returns the check of a key.
   *
   * @throws JOSEException when the key is no key
   * @throws GeneralSecurityException when the key is no key, or the provider cannot do it
   */
  SignatureCheck of(JWK key, Algorithm algorithm) throws JOSEException, GeneralSecurityException {
    return switch (algorithm.keyType()) {
      // A secret's check is too quick to leave the JVM for: the first provider does it.
      case "oct" -> new MacCheck(((OctetSequenceKey) key).toByteArray(), algorithm);
      case "RSA" -> rsa((RSAKey) key, algorithm);
      case "EC" -> ec((ECKey) key, algorithm);
      default -> ed25519((OctetKeyPair) key);
    };
  }

  private SignatureCheck rsa(RSAKey key, Algorithm algorithm)
      throws JOSEException, GeneralSecurityException {
    RSAPublicKey publicKey = key.toRSAPublicKey();
    PublicKey own =
        provider == null
            ? publicKey
            : (PublicKey) KeyFactory.getInstance("RSA", provider).translateKey(publicKey);
    int signatureBytes = (publicKey.getModulus().bitLength() + 7) / Byte.SIZE;
    return new PublicKeyCheck(
        own,
        signatureBytes,
        () -> {
          if (!algorithm.isPss()) {
            return signature("SHA" + algorithm.hashBits() + "withRSA");
          }
          Signature signature = signature("RSASSA-PSS");
          signature.setParameter(pss(algorithm.hashBits()));
          return signature;
        });
  }

  /** RFC 7518, section 3.5: hash and mask by one function, and a salt as long as the hash. */
  private static PSSParameterSpec pss(int hashBits) {
    String hash = "SHA-" + hashBits;
    return new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), hashBits / Byte.SIZE, 1);
  }

  /** By the library, which knows what numbers a signature may hold, and how JCA spells them. */
  private SignatureCheck ec(ECKey key, Algorithm algorithm)
      throws JOSEException, GeneralSecurityException {
    ECPublicKey publicKey = key.toECPublicKey();
    ECDSAVerifier verifier;
    if (provider == null) {
      verifier = new ECDSAVerifier(publicKey);
    } else {
      verifier =
          new ECDSAVerifier(
              (ECPublicKey) KeyFactory.getInstance("EC", provider).translateKey(publicKey));
      verifier.getJCAContext().setProvider(provider);
    }
    JWSHeader header = new JWSHeader(algorithm.jws());
    return token -> verifier.verify(header, token.signingInput(), token.signatureText());
  }

  private SignatureCheck ed25519(OctetKeyPair key) throws GeneralSecurityException {
    byte[] x = key.getX().decode();
    byte[] encoded = new byte[ED25519_PREFIX.length + x.length];
    System.arraycopy(ED25519_PREFIX, 0, encoded, 0, ED25519_PREFIX.length);
    System.arraycopy(x, 0, encoded, ED25519_PREFIX.length, x.length);
    PublicKey publicKey =
        (provider == null
                ? KeyFactory.getInstance(ED25519)
                : KeyFactory.getInstance(ED25519, provider))
            .generatePublic(new X509EncodedKeySpec(encoded));
    return new PublicKeyCheck(publicKey, ED25519_SIGNATURE_BYTES, () -> signature(ED25519));
  }

  private Signature signature(String algorithm) throws GeneralSecurityException {
    return provider == null
        ? Signature.getInstance(algorithm)
        : Signature.getInstance(algorithm, provider);
  }
}
