package dev.warder.gate.token;

import static dev.warder.gate.token.ClaimPath.claim;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** A profile uses some keys of a set, and the set lists the others with reasons. */
class KeyRulesTest {
  private static final EdKey KEY = EdKey.make("o1");

  /** The keys of the vectors of signatures: one of each public algorithm. */
  private static List<ObjectNode> keys() throws IOException {
    JsonNode keys = TokenVectorFile.readTree("signatures.json").path("keys").path("keys");
    return StreamSupport.stream(keys.spliterator(), false).map(ObjectNode.class::cast).toList();
  }

  private static String set(Stream<ObjectNode> keys) {
    return "{\"keys\":" + keys.toList() + "}";
  }

  private static TokenProfileBuilder profile() {
    return TokenProfile.builder().acceptKeysWithoutAlgorithm();
  }

  private static Stream<ObjectNode> without(String member) throws IOException {
    return keys().stream().map(key -> key.deepCopy().without(member));
  }

  /** The configuration says which algorithm each type is for, and the token's header never does. */
  @Test
  void keysWithoutAlgorithm_areForTheOneAcceptedAlgorithmOfTheirKind() throws Exception {
    KeySet keys =
        KeySet.parse(
            set(without("alg")),
            profile()
                .algorithms(
                    Algorithm.RS256,
                    Algorithm.ES256,
                    Algorithm.ES384,
                    Algorithm.ES512,
                    Algorithm.EDDSA)
                .build());
    assertThat(keys)
        .hasToString(
            "[r1 (RS256), p1 (RS256), e1 (ES256), o1 (EdDSA), r384 (RS256), r512 (RS256),"
                + " p384 (RS256), p512 (RS256), e384 (ES384), e512 (ES512), o2 (EdDSA)]");
    assertThat(keys.ignored()).isEmpty();
  }

  @Test
  void keysWithoutAlgorithm_ofWhichSeveralAreAccepted_areLeftOut() throws Exception {
    KeySet keys = KeySet.parse(set(without("alg")), profile().build());
    assertThat(keys.ids()).containsExactly("e1", "e384", "e512");
    assertThat(keys.ignored())
        .hasSize(8)
        .noneMatch(IgnoredKey::isFault)
        .first()
        .hasToString(
            "key 1 (`r1`): `alg` is missing, and not one alone of the algorithms is for such a"
                + " key");
  }

  @Test
  void keysWithAnAlgorithmThatIsNotAccepted_areLeftOut() throws Exception {
    KeySet keys =
        KeySet.parse(
            set(keys().stream()), TokenProfile.builder().algorithms(Algorithm.RS256).build());
    assertThat(keys.ids()).containsExactly("r1");
    assertThat(keys.ignored()).hasSize(10);
  }

  @Test
  void keyWithoutId_isUsedWhereItIsTheOnlyOneAndTheProfileAllowsIt() throws Exception {
    TokenProfile optional = TokenProfile.builder().acceptTokensAndKeysWithoutKeyId().build();
    String one = set(without("kid").limit(1));
    assertThat(KeySet.parse(one, optional).ids()).containsExactly("");
    assertThatExceptionOfType(InvalidKeySet.class).isThrownBy(() -> KeySet.parse(one));
    KeySet two =
        KeySet.parse(
            set(Stream.concat(without("kid").limit(1), keys().stream().limit(1))), optional);
    assertThat(two.ids()).containsExactly("r1");
    assertThat(two.ignored())
        .singleElement()
        .hasToString("key 1: `kid` is missing, and it is not the only key");
    String twice = set(without("kid").limit(2));
    assertThatExceptionOfType(InvalidKeySet.class)
        .isThrownBy(() -> KeySet.parse(twice, optional))
        .withMessageContaining("it is not the only key");
  }

  @Test
  void tokenWithoutKeyId_isVerifiedByAKeyWithoutOneAlone() throws Exception {
    TokenProfile optional = TokenProfile.builder().acceptTokensAndKeysWithoutKeyId().build();
    String header = "{\"alg\":\"EdDSA\",\"typ\":\"at+jwt\"}";
    String token = KEY.sign(header, Claim.json());
    String bare = EdKey.set(KEY).replace("\"kid\":\"o1\",", "");
    assertThat(verify(KeySet.parse(bare, optional), optional, token)).isEqualTo("v-1");
    assertThat(verify(KeySet.parse(EdKey.set(KEY), optional), optional, token))
        .isEqualTo("unknown-key");
    assertThat(verify(KeySet.parse(bare, optional), optional, KEY.token()))
        .isEqualTo("unknown-key");
    assertThat(verify(KeySet.parse(EdKey.set(KEY)), TokenProfile.strict(), token))
        .isEqualTo("key-id");
  }

  private static String verify(KeySet keys, TokenProfile profile, String token) {
    try (TokenVerifier verifier =
        TokenVerifier.builder()
            .acceptTokensThatWereRevoked()
            .keys(keys)
            .profile(profile)
            .acceptTokensOfAnyIssuer()
            .acceptTokensForAnyAudience()
            .withoutClockSkew()
            .build()) {
      return verifier
          .verifyBare(token, Instant.ofEpochSecond(Claim.ISSUED).toEpochMilli())
          .valueId();
    } catch (TokenRejected e) {
      return e.fault().code();
    }
  }

  /** The reason tells a faulty key from a key that serves another purpose. */
  @Test
  void ignored_faultsAreThoseOfTheKeyItself() throws Exception {
    ObjectNode good = keys().get(0);
    ObjectNode isPrivate = keys().get(1).deepCopy().put("d", "AAAA");
    ObjectNode toEncrypt = keys().get(2).deepCopy().put("use", "enc");
    KeySet keys = KeySet.parse(set(Stream.of(good, isPrivate, toEncrypt)));
    assertThat(keys.ids()).containsExactly("r1");
    assertThat(keys.ignored()).extracting(IgnoredKey::isFault).containsExactly(true, false);
    assertThat(keys.ignored()).extracting(IgnoredKey::number).containsExactly(2, 3);
    assertThat(keys.ignored().get(0).id()).contains("p1");
    assertThat(keys.ignored().get(1).reasons()).containsExactly("`use` is not `sig`");
  }

  @Test
  void claimPath_readsNestedClaimsAlone() {
    ClaimPath roles = claim("realm_access", "roles");
    assertThat(roles.valueIn(java.util.Map.of("realm_access", java.util.Map.of("roles", 1L))))
        .isEqualTo(1L);
    assertThat(roles.valueIn(java.util.Map.of("realm_access", List.of("roles")))).isNull();
    assertThat(roles.valueIn(java.util.Map.of("realm_access.roles", 1L))).isNull();
    assertThat(roles.isIn(java.util.Map.of("realm_access", java.util.Map.of()))).isFalse();
  }

  /** Users choose such texts: a space in one must not smuggle a value in. */
  @Test
  void mappedText_isOneValue_unlessTheProfileSaysThatItIsAList() throws Exception {
    var claims = java.util.Map.<String, Object>of("name", "bob admin");
    var map = java.util.Map.of("admin", List.of("write:app"), "bob admin", List.of("read:app"));
    assertThat(
            TokenProfile.builder()
                .capabilities(claim("name"))
                .map(map)
                .build()
                .capabilities
                .in(claims))
        .containsExactly("read:app");
    assertThat(
            TokenProfile.builder()
                .capabilitiesAsText(claim("name"))
                .map(map)
                .build()
                .capabilities
                .in(claims))
        .containsExactly("write:app");
  }
}
