package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.warder.concurrent.Together;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeyCheckTest {
  private static final int MOST_CHARACTERS = 8_192;

  /** Signs by the JDK alone; makes tokens without a header that means anything. */
  private record Signer(Algorithm algorithm, PrivateKey key, JWK publicKey) {
    static Signer make(Algorithm algorithm) throws Exception {
      return make(algorithm, 2_048);
    }

    static Signer make(Algorithm algorithm, int bits) throws Exception {
      if (algorithm == Algorithm.EDDSA) {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] encoded = pair.getPublic().getEncoded();
        byte[] x = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        return new Signer(
            algorithm,
            pair.getPrivate(),
            new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(x)).build());
      }
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      KeyPair pair = generator.generateKeyPair();
      return new Signer(
          algorithm,
          pair.getPrivate(),
          new RSAKey.Builder((RSAPublicKey) pair.getPublic()).build());
    }

    byte[] sign(String signed) throws Exception {
      Signature signature =
          Signature.getInstance(
              switch (algorithm) {
                case RS256 -> "SHA256withRSA";
                case PS256 -> "RSASSA-PSS";
                default -> "Ed25519";
              });
      if (algorithm == Algorithm.PS256) {
        signature.setParameter(
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      }
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.ISO_8859_1));
      return signature.sign();
    }

    CompactToken token(String claims) throws Exception {
      String signed = "e30." + Signed.base64(claims);
      return token(signed, sign(signed));
    }

    static CompactToken token(String signed, byte[] signature) throws TokenRejected {
      return CompactToken.parse(signed + "." + Signed.base64(signature), MOST_CHARACTERS);
    }
  }

  private record Checked(Signer signer, SignatureCheck check) {}

  static Stream<Arguments> algorithmsAndProviders() {
    return Stream.of(Algorithm.RS256, Algorithm.PS256, Algorithm.EDDSA)
        .flatMap(
            algorithm ->
                SignatureChecks.fastestFirst().stream()
                    // The native provider has EdDSA where the JVM was told so at its start.
                    .filter(c -> algorithm != Algorithm.EDDSA || c.providerName().isEmpty())
                    .map(
                        checks ->
                            Arguments.of(
                                algorithm, checks.providerName().orElse("installed"), checks)));
  }

  private static Checked checked(Algorithm algorithm, SignatureChecks checks) throws Exception {
    Signer signer = Signer.make(algorithm);
    return new Checked(signer, checks.of(signer.publicKey(), algorithm));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("algorithmsAndProviders")
  void isGood_afterOneThatIsNot_eachByItself(
      Algorithm algorithm, String provider, SignatureChecks checks) throws Exception {
    Checked checked = checked(algorithm, checks);
    CompactToken good = checked.signer.token("{}");
    CompactToken bad = Signer.token("e30." + Signed.base64("{ }"), good.signature());
    assertThat(checked.check.isGood(good)).isTrue();
    assertThat(checked.check.isGood(bad)).isFalse();
    assertThat(checked.check.isGood(good)).isTrue();
    assertThat(checked.check.isGood(checked.signer.token("{ }"))).isTrue();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("algorithmsAndProviders")
  void isGood_anotherLength_false(Algorithm algorithm, String provider, SignatureChecks checks)
      throws Exception {
    Checked checked = checked(algorithm, checks);
    String signed = "e30." + Signed.base64("{}");
    byte[] signature = checked.signer.sign(signed);
    for (int length : new int[] {1, signature.length - 1, signature.length + 1, 1_024}) {
      CompactToken token = Signer.token(signed, Arrays.copyOf(signature, length));
      assertThat(checked.check.isGood(token)).as("%d bytes", length).isFalse();
    }
    assertThat(checked.check.isGood(Signer.token(signed, signature))).isTrue();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("algorithmsAndProviders")
  void isGood_manyThreads_noneByTheOthersText(
      Algorithm algorithm, String provider, SignatureChecks checks) throws Exception {
    Checked checked = checked(algorithm, checks);
    CompactToken one = checked.signer.token("{}");
    CompactToken longer = checked.signer.token("{" + " ".repeat(1_000) + "}");
    CompactToken bad = Signer.token("e30." + Signed.base64("{ }"), one.signature());
    try (Together together = new Together(3)) {
      for (int round = 0; round < 50; round++) {
        assertThat(
                together.run(
                    () -> checked.check.isGood(one),
                    () -> checked.check.isGood(longer),
                    () -> checked.check.isGood(bad)))
            .containsExactly(true, true, false);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2_049, 2_055, 2_056})
  void isGood_modulusOfNoWholeBytes_true(int bits) throws Exception {
    Signer signer = Signer.make(Algorithm.RS256, bits);
    for (SignatureChecks checks : SignatureChecks.fastestFirst()) {
      assertThat(checks.of(signer.publicKey(), Algorithm.RS256).isGood(signer.token("{}")))
          .as(checks.providerName().orElse("installed"))
          .isTrue();
    }
  }

  /** Counts how many there are, and asks the check again while it is asked. */
  private static final class Nested extends Signature {
    private final int number;
    private final IntPredicate answer;

    Nested(int number, IntPredicate answer) {
      super("Nested");
      this.number = number;
      this.answer = answer;
    }

    @Override
    protected boolean engineVerify(byte[] signature) throws SignatureException {
      if (signature[0] == THROWS) {
        throw new SignatureException();
      }
      return answer.test(number);
    }

    @Override
    protected void engineInitVerify(PublicKey key) {}

    @Override
    protected void engineInitSign(PrivateKey key) {}

    @Override
    protected void engineUpdate(byte b) {}

    @Override
    protected void engineUpdate(byte[] bytes, int from, int length) {}

    @Override
    protected byte[] engineSign() {
      throw new UnsupportedOperationException();
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {}

    @Override
    @Deprecated
    protected Object engineGetParameter(String name) {
      throw new UnsupportedOperationException();
    }
  }

  private static final byte THROWS = 1;
  private final List<Integer> asked = new ArrayList<>();
  private int made;

  private PublicKeyCheck check(Consumer<PublicKeyCheck> meanwhile) throws Exception {
    PublicKey key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
    AtomicReference<PublicKeyCheck> check = new AtomicReference<>();
    check.set(
        new PublicKeyCheck(
            key,
            1,
            () ->
                new Nested(
                    ++made,
                    number -> {
                      asked.add(number);
                      meanwhile.accept(check.get());
                      return true;
                    })));
    return check.get();
  }

  private static CompactToken signedBy(byte signature) throws TokenRejected {
    return Signer.token("e30.e30", new byte[] {signature});
  }

  @Test
  void isGood_again_bySameSignature() throws Exception {
    PublicKeyCheck check = check(same -> {});
    assertThat(check.isGood(signedBy((byte) 0))).isTrue();
    assertThat(check.isGood(signedBy((byte) 0))).isTrue();
    assertThat(asked).containsExactly(1, 1);
  }

  @Test
  void isGood_whileAskedItself_byAnotherSignature() throws Exception {
    AtomicBoolean isFirst = new AtomicBoolean(true);
    PublicKeyCheck check =
        check(
            same -> {
              if (isFirst.getAndSet(false)) {
                assertThatCode(() -> same.isGood(signedBy((byte) 0))).doesNotThrowAnyException();
              }
            });
    assertThat(check.isGood(signedBy((byte) 0))).isTrue();
    assertThat(asked).containsExactly(1, 2);
  }

  @Test
  void isGood_afterOneThatHasThrown_byAnotherSignature() throws Exception {
    PublicKeyCheck check = check(same -> {});
    assertThatExceptionOfType(SignatureException.class)
        .isThrownBy(() -> check.isGood(signedBy(THROWS)));
    assertThat(check.isGood(signedBy((byte) 0))).isTrue();
    assertThat(asked).containsExactly(2);
  }
}
