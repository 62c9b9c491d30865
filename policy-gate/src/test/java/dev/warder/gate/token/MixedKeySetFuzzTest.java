package dev.warder.gate.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever good, bad and odd keys stand in one set: the good ones verify tokens and the set lists
 * the others, unless the set is refused as a whole for one of its three reasons. The first byte is
 * the profile, and each three that follow are a key: its kind, its id and a member more.
 */
class MixedKeySetFuzzTest {
  private static final List<TokenProfile> PROFILES =
      List.of(
          TokenProfile.strict(),
          TokenProfile.builder()
              .algorithms(Algorithm.RS256, Algorithm.ES256, Algorithm.EDDSA, Algorithm.HS256)
              .acceptKeysWithoutAlgorithm()
              .build(),
          TokenProfile.builder().acceptTokensAndKeysWithoutKeyId().build());
  private static final List<Algorithm> ALGORITHMS =
      List.of(Algorithm.EDDSA, Algorithm.ES256, Algorithm.RS256, Algorithm.HS256);

  private static final List<Change> CHANGES = List.of(Change.values());
  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  /** What changes a good key: into one that is left out, or not at all. */
  private enum Change {
    NONE(true),
    ODD_MEMBERS(true),
    USE_SIG(true),
    OPERATIONS(true),
    WITHOUT_ALGORITHM(false),
    WITHOUT_ID(false),
    ENCRYPTION(false),
    OTHER_OPERATION(false),
    UNKNOWN_ALGORITHM(false),
    OTHER_ALGORITHM(false),
    PRIVATE(false),
    NUMBER_AS_ID(false),
    EMPTY_ID(false),
    NO_MATERIAL(false),
    NOT_AN_OBJECT(false);

    private final boolean isHarmless;

    Change(boolean isHarmless) {
      this.isHarmless = isHarmless;
    }

    void apply(ObjectNode key, String more) {
      switch (this) {
        case NONE, NOT_AN_OBJECT -> {}
        case ODD_MEMBERS -> key.put("x-" + more, more).put("x5t", more).putArray("x5c").add(more);
        case USE_SIG -> key.put("use", "sig");
        case OPERATIONS -> key.putArray("key_ops").add(more).add("verify");
        case WITHOUT_ALGORITHM -> key.remove("alg");
        case WITHOUT_ID -> key.remove("kid");
        case ENCRYPTION -> key.put("use", "enc");
        case OTHER_OPERATION -> key.putArray("key_ops").add("sign").add(more);
        case UNKNOWN_ALGORITHM -> key.put("alg", "RSA-OAEP" + more);
        case OTHER_ALGORITHM -> key.put("alg", "PS512").put("kty", "EC");
        case PRIVATE -> key.put("d", more);
        case NUMBER_AS_ID -> key.put("kid", more.length());
        case EMPTY_ID -> key.put("kid", "");
        case NO_MATERIAL -> key.remove(List.of("x", "n", "k"));
      }
    }
  }

  /** A key of the set, and whether it is good. */
  private record Entry(SigningKey key, String json, boolean isGood, boolean hasId) {
    static Entry of(ByteBuffer bytes, TokenProfile profile, String more) throws IOException {
      int kind = bytes.get() & 0xFF;
      int id = bytes.get() & 7;
      Change change = CHANGES.get((bytes.get() & 0xFF) % CHANGES.size());
      Algorithm algorithm = ALGORITHMS.get(kind % ALGORITHMS.size());
      SigningKey key =
          kind < 128 ? SigningKey.of("k" + id, algorithm) : SigningKey.another("k" + id, algorithm);
      if (change == Change.NOT_AN_OBJECT) {
        return new Entry(key, List.of("null", "[]", "7", "\"k1\"").get(kind & 3), false, true);
      }
      ObjectNode members = (ObjectNode) GoodToken.MAPPER.readTree(key.jwk());
      change.apply(members, more);
      boolean isGood =
          change.isHarmless
              || (change == Change.WITHOUT_ALGORITHM && profile.equals(PROFILES.get(1)))
              || (change == Change.WITHOUT_ID && profile.equals(PROFILES.get(2)));
      return new Entry(key, GoodToken.json(members), isGood, change != Change.WITHOUT_ID);
    }

    String id() {
      return hasId ? key.id() : "";
    }
  }

  static Stream<byte[]> seeds() {
    return Stream.of(
        new byte[] {0},
        new byte[] {0, 0, 1, 0},
        new byte[] {0, 0, 1, 0, 1, 2, 0, 2, 3, 1, 0, 4, 6, 1, 5, 10},
        new byte[] {0, 0, 1, 0, 0, 1, 1},
        new byte[] {0, 0, 1, 0, 3, 2, 0},
        new byte[] {1, 0, 1, 4, 1, 2, 4, 2, 3, 8},
        new byte[] {2, 0, 1, 5},
        new byte[] {2, 0, 1, 5, 1, 2, 0, 2, 3, 14},
        new byte[] {2, 0, 1, 5, 0, 2, 5, 'm', 'o'});
  }

  @MethodSource("seeds")
  @FuzzTest
  void parse_anyMixture_goodKeysVerifyAndTheOthersAreListed(byte[] bytes) throws IOException {
    if (bytes.length == 0) {
      return;
    }
    ByteBuffer rest = ByteBuffer.wrap(bytes, 1, bytes.length - 1);
    TokenProfile profile = PROFILES.get((bytes[0] & 0xFF) % PROFILES.size());
    int left = (bytes.length - 1) % 3;
    String more = "m" + new String(bytes, bytes.length - left, left, UTF_8);
    List<Entry> entries = new ArrayList<>();
    while (rest.remaining() >= 3 && entries.size() < 40) {
      entries.add(Entry.of(rest, profile, more));
    }
    check(profile, entries);
  }

  private static void check(TokenProfile profile, List<Entry> entries) {
    List<Entry> good = new ArrayList<>(entries.stream().filter(Entry::isGood).toList());
    if (good.size() > 1) {
      good.removeIf(one -> !one.hasId());
    }
    KeySet keys;
    try {
      keys = KeySet.parse(set(entries), profile);
    } catch (InvalidKeySet e) {
      assertThat(e.problems()).isNotEmpty().doesNotContain("");
      assertThat(isRefusedAsAWhole(good)).as(set(entries)).isTrue();
      return;
    }
    assertThat(isRefusedAsAWhole(good)).as(set(entries)).isFalse();
    assertThat(keys.ids()).containsExactlyElementsOf(good.stream().map(Entry::id).toList());
    assertThat(keys.ids().size() + keys.ignored().size()).isEqualTo(entries.size());
    assertThat(keys.ignored())
        .allSatisfy(one -> assertThat(good).doesNotContain(entries.get(one.number() - 1)))
        .allSatisfy(one -> assertThat(one.reasons()).isNotEmpty().doesNotContain(""));
    good.forEach(one -> checkVerifies(keys, profile, one));
  }

  /** None is left, two have one id, or secrets and public keys stand together. */
  private static boolean isRefusedAsAWhole(List<Entry> good) {
    Set<String> ids = new HashSet<>();
    Set<Boolean> kinds = new HashSet<>();
    boolean areDifferent = true;
    for (Entry one : good) {
      areDifferent &= ids.add(one.id());
      kinds.add(one.key().algorithm().isSymmetric());
    }
    return good.isEmpty() || !areDifferent || kinds.size() > 1;
  }

  private static String set(List<Entry> entries) {
    return "{\"keys\":[" + String.join(",", entries.stream().map(Entry::json).toList()) + "]}";
  }

  /** Signatures cost more than all else, so each token is signed once. */
  private static String token(SigningKey key, String header) {
    return TOKENS.computeIfAbsent(
        key + header, name -> key.token(header, Claim.json(), key.algorithm()));
  }

  private static void checkVerifies(KeySet keys, TokenProfile profile, Entry entry) {
    try {
      SigningKey key = entry.key();
      String id = entry.hasId() ? "\"kid\":\"" + key.id() + "\"," : "";
      String header = "{\"alg\":\"%s\",%s\"typ\":\"at+jwt\"}".formatted(key.algorithm(), id);
      assertThat(
              TokenVerifier.builder()
                  .acceptTokensThatWereRevoked()
                  .acceptTokensOfAnyIssuer()
                  .acceptTokensForAnyAudience()
                  .keys(keys)
                  .profile(profile)
                  .withoutClockSkew()
                  .build()
                  .verifyBare(token(key, header), GoodToken.NOW * 1_000)
                  .valueId())
          .isEqualTo("v-1");
    } catch (TokenRejected e) {
      throw new AssertionError(entry.json(), e);
    }
  }
}
