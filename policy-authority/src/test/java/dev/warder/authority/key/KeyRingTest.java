package dev.warder.authority.key;

import static dev.warder.authority.key.Keys.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.KeySet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyRingTest {
  private static final Duration LEAD = Duration.ofHours(1);
  private static final Instant BEGIN = NOW.plus(LEAD);
  private static final SigningKey A = Keys.fresh(Algorithm.EDDSA);
  private static final SigningKey B = Keys.fresh(Algorithm.ES256);
  private static final SigningKey C = Keys.fresh(Algorithm.EDDSA);
  private static final SigningKey SECRET = Keys.fresh(Algorithm.HS256);

  private static List<String> ids(SigningKey... keys) {
    return Stream.of(keys).map(SigningKey::id).toList();
  }

  private static Instant before(Instant time) {
    return time.minusNanos(1);
  }

  /** Returns a ring with another key, as a rotation makes it. */
  private static KeyRing rotated(KeyRing ring, SigningKey key, Instant signsFrom) {
    return KeyRing.of(
        Stream.concat(ring.uses().stream(), Stream.of(new KeyUse(key, signsFrom))).toList());
  }

  @Test
  void of_oneKey_signsAtAnyTime() {
    KeyRing ring = KeyRing.of(A);
    assertThat(ring.signingKey(Instant.MIN)).isSameAs(A);
    assertThat(ring.signingKey(Instant.MAX)).isSameAs(A);
    assertThat(ring.uses()).containsExactly(new KeyUse(A, NOW));
  }

  @Test
  void rotate_newKey_isPublishedAtOnce() throws Exception {
    KeyRing ring = rotated(KeyRing.of(A), B, BEGIN);
    assertThat(ring.keySet().ids()).containsExactlyElementsOf(ids(A, B));
    assertThat(KeySet.parse(ring.publicJwks()).ids()).containsExactlyElementsOf(ids(A, B));
  }

  @Test
  void rotate_newKey_signsExactlyFromTheLeadOn() {
    KeyRing ring = rotated(KeyRing.of(A), B, BEGIN);
    assertThat(ring.signingKey(NOW)).isSameAs(A);
    assertThat(ring.signingKey(before(BEGIN))).isSameAs(A);
    assertThat(ring.signingKey(BEGIN)).isSameAs(B);
  }

  @Test
  void rotate_withoutLead_signsAtOnce() {
    assertThat(rotated(KeyRing.of(A), B, NOW).signingKey(NOW)).isSameAs(B);
  }

  @Test
  void rotate_whileAnotherWaits_eachBeginsWhenItWasTo() {
    KeyRing ring = rotated(rotated(KeyRing.of(A), B, BEGIN), C, NOW.plus(LEAD.dividedBy(2)));
    Instant half = NOW.plus(LEAD.dividedBy(2));
    assertThat(ring.signingKey(before(half))).isSameAs(A);
    assertThat(ring.signingKey(half)).isSameAs(C);
    assertThat(ring.signingKey(before(BEGIN))).isSameAs(C);
    assertThat(ring.signingKey(BEGIN)).isSameAs(B);
    assertThat(ring.keySet().ids()).containsExactlyElementsOf(ids(A, C, B));
  }

  @Test
  void rotate_whatIsNoNewKey_isRefused() {
    KeyRing ring = KeyRing.of(A);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rotated(ring, A, BEGIN))
        .withMessage("key " + A.id() + " (EdDSA) stands twice in the ring");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rotated(ring, SECRET, BEGIN))
        .withMessageStartingWith("secrets (HS256) and public keys are never in one ring");
    assertThatIllegalArgumentException().isThrownBy(() -> rotated(KeyRing.of(SECRET), A, BEGIN));
  }

  @Test
  void withoutSpent_oldKey_goesExactlyWhenItsLastTokenExpires() {
    KeyRing ring = rotated(KeyRing.of(A), B, BEGIN);
    Instant expiry = NOW.plus(Duration.ofDays(30));
    Map<String, LastExpiry> last = Map.of(A.id(), LastExpiry.at(expiry));
    assertThat(ring.withoutSpent(before(expiry), last::get).keySet().ids())
        .containsExactlyElementsOf(ids(A, B));
    assertThat(ring.withoutSpent(expiry, last::get).keySet().ids()).containsExactly(B.id());
  }

  @Test
  void withoutSpent_oldKeyOfATokenThatNeverExpires_stays() {
    KeyRing ring = rotated(KeyRing.of(A), B, BEGIN);
    assertThat(ring.withoutSpent(Instant.MAX, id -> LastExpiry.NEVER).keySet().ids())
        .containsExactlyElementsOf(ids(A, B));
  }

  @Test
  void withoutSpent_keyThatSignsOrWaits_stays() {
    KeyRing ring = rotated(KeyRing.of(A), B, BEGIN);
    assertThat(ring.withoutSpent(before(BEGIN), id -> LastExpiry.NO_TOKEN).keySet().ids())
        .containsExactlyElementsOf(ids(A, B));
    assertThat(ring.withoutSpent(BEGIN, id -> LastExpiry.NO_TOKEN).keySet().ids())
        .containsExactly(B.id());
  }

  @Test
  void publicJwks_anyAlgorithm_holdsPublicMembersAlone() throws Exception {
    KeyRing ring =
        KeyRing.of(
            Stream.of(Algorithm.RS256, Algorithm.PS256, Algorithm.ES256, Algorithm.EDDSA)
                .map(algorithm -> new KeyUse(Keys.shared(algorithm), NOW))
                .toList());
    String jwks = ring.publicJwks();
    for (String secret : List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k")) {
      assertThat(jwks).doesNotContain("\"" + secret + "\":");
    }
    assertThat(KeySet.parse(jwks).ids()).hasSize(4);
    assertThat(KeyRing.of(B).publicJwks())
        .matches(
            "\\{\"keys\":\\[\\{\"kid\":\""
                + B.id()
                + "\",\"alg\":\"ES256\",\"use\":\"sig\",\"kty\":\"EC\",\"crv\":\"P-256\","
                + "\"x\":\"[\\w-]{43}\",\"y\":\"[\\w-]{43}\"}]}");
  }

  @Test
  void publicJwks_ofASecret_isRefused() {
    assertThatIllegalStateException()
        .isThrownBy(KeyRing.of(SECRET)::publicJwks)
        .withMessage(
            "an HS256 key is a secret and is not published: everyone who has it can make tokens");
  }

  @Test
  void keySet_ofSecrets_hasThemAll() {
    SigningKey other = Keys.fresh(Algorithm.HS256);
    assertThat(rotated(KeyRing.of(SECRET), other, BEGIN).keySet().ids())
        .containsExactlyElementsOf(ids(SECRET, other));
  }

  @Test
  void of_usesInAnyOrder_isTheSameRing() {
    KeyRing ring = rotated(rotated(KeyRing.of(A), B, BEGIN), C, BEGIN.plus(LEAD));
    List<KeyUse> backwards = new ArrayList<>(ring.uses());
    Collections.reverse(backwards);
    KeyRing again = KeyRing.of(backwards);
    assertThat(again.uses()).isEqualTo(ring.uses());
    assertThat(again.signingKey(BEGIN)).isSameAs(B);
  }

  @Test
  void of_usesThatBeginAtOneInstant_areOrderedByTheirMakingThenAsGiven() {
    SigningKey younger = SigningKey.generate(Algorithm.EDDSA, Keys.RANDOM, NOW.plusMillis(1));
    for (List<SigningKey> order : List.of(List.of(younger, A, C), List.of(A, younger, C))) {
      KeyRing ring = KeyRing.of(order.stream().map(key -> new KeyUse(key, BEGIN)).toList());
      assertThat(ring.keySet().ids()).containsExactlyElementsOf(ids(A, C, younger));
      assertThat(ring.signingKey(BEGIN)).isSameAs(younger);
    }
  }

  @Test
  void of_noneOrTooMany_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyRing.of(List.of()))
        .withMessage("a ring has a key");
    List<KeyUse> uses = new ArrayList<>();
    for (int i = 0; i < KeyRing.MOST_KEYS; i++) {
      uses.add(new KeyUse(Keys.fresh(Algorithm.EDDSA), NOW));
    }
    KeyRing full = KeyRing.of(uses);
    assertThat(full.keySet().ids()).hasSize(100);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rotated(full, B, BEGIN))
        .withMessage("a ring has at most 100 keys; retire those that are no longer needed");
  }
}
