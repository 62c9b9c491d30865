package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.warder.authority.key.KeyRing;
import dev.warder.authority.key.KeyUse;
import dev.warder.authority.key.KeyWrapping;
import dev.warder.authority.key.SigningKey;
import dev.warder.gate.token.Algorithm;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** By which key a token is signed when keys change while it is issued or rotated. */
@ParameterizedClass
@EnumSource
class KeyOfATokenTest extends WithStore {
  private static final Actor ADA = new Actor("ada");
  private static final SecureRandom RANDOM = new SecureRandom();

  KeyOfATokenTest(Database database) {
    super(database);
  }

  @BeforeEach
  void addAccount() throws Exception {
    Accounts.of(store, new byte[32]).add(OPERATOR, "A", "Account A", ADA.user());
  }

  private TokenAuthority authority(KeyRing ring) {
    return TokenAuthority.builder()
        .store(store)
        .catalogue(Authority.CATALOGUE)
        .issuer(Authority.ISSUER)
        .audience("control-api")
        .keys(() -> ring)
        .auditKey(new byte[32])
        .withoutGateInThisProcess()
        .bound(Duration.ZERO)
        .build();
  }

  private String keyOf(String id) throws Exception {
    return all(rows -> rows.tokens().page("A", 0, 10)).stream()
        .filter(token -> token.id().equals(id))
        .findFirst()
        .orElseThrow()
        .keyId()
        .orElseThrow();
  }

  /** A token says whole seconds; the key that begins within one signs from its instant on. */
  @Test
  void issueAndRotate_keyThatBeganWithinTheSecond_signs() throws Exception {
    SigningKey old = SigningKey.generate(Algorithm.EDDSA, RANDOM, NOW.minusSeconds(9));
    SigningKey begun = SigningKey.generate(Algorithm.EDDSA, RANDOM, NOW);
    KeyRing ring = KeyRing.of(List.of(new KeyUse(old, old.createdAt()), new KeyUse(begun, NOW)));
    String id = authority(ring).issue(ADA, TokenRequest.of("CI", "all")).info().id();
    assertThat(keyOf(id)).isEqualTo(begun.id());
    Rotation unused = authority(ring).rotate(ADA, id);
    assertThat(keyOf(id)).isEqualTo(begun.id());
  }

  /** Another process retired it: nobody could verify the token. */
  @Test
  void issueAndRotate_keyThatWasRetired_refusedAndNothingDone() throws Exception {
    KeyRing read =
        StoredKeys.of(store, KeyWrapping.of(new byte[32]), new byte[32], RANDOM)
            .ring(Algorithm.EDDSA);
    TokenAuthority authority = authority(read);
    String id = authority.issue(ADA, TokenRequest.of("CI", "all")).info().id();
    assertThat(is(rows -> rows.signingKeys().retire(read.signingKey(NOW).id(), NOW))).isTrue();
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> authority.issue(ADA, TokenRequest.of("CI", "all")))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(RefusalReason.KEYS_CHANGED));
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> authority.rotate(ADA, id))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(RefusalReason.KEYS_CHANGED));
    assertThat(all(rows -> rows.tokens().page("A", 0, 10))).hasSize(1);
    assertThat(all(rows -> rows.revocations().page(1, 10))).isEmpty();
  }
}
