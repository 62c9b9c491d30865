package dev.warder.gate.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.Streams;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever text comes as a key set: it is one whose keys can be used, or it is told what not. */
class KeySetFuzzTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** No signature, and some of the sizes that signatures have. */
  private static final List<String> SIGNATURES =
      IntStream.of(1, 32, 64, 65, 256).mapToObj(size -> Signed.base64(new byte[size])).toList();

  static Stream<byte[]> seeds() throws IOException {
    return Streams.stream(TokenVectorFile.readTree("key-sets.json").path("keySets"))
        .map(vector -> vector.path("text").textValue())
        .filter(text -> text.length() < 3_000)
        .map(text -> text.getBytes(UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest
  void parse_anyText_keySetOrProblems(byte[] bytes) throws IOException {
    String json = new String(bytes, UTF_8);
    KeySet keys;
    try {
      keys = KeySet.parse(json);
    } catch (InvalidKeySet e) {
      assertThat(e.problems()).isNotEmpty().doesNotContain("");
      return;
    }
    JsonNode read = MAPPER.readTree(json).path("keys");
    Set<Integer> ignored =
        keys.ignored().stream().map(IgnoredKey::number).collect(Collectors.toSet());
    List<JsonNode> used =
        IntStream.range(0, read.size())
            .filter(i -> !ignored.contains(i + 1))
            .mapToObj(read::path)
            .toList();
    assertThat(keys.ids())
        .containsExactlyElementsOf(used.stream().map(key -> key.path("kid").textValue()).toList());
    for (JsonNode key : used) {
      for (String signature : SIGNATURES) {
        refuses(keys, key, signature);
      }
    }
  }

  /** A signature of zeros is no key's, and finding that out fails in no other way. */
  private static void refuses(KeySet keys, JsonNode key, String signature) {
    String header =
        MAPPER
            .createObjectNode()
            .put("typ", "at+jwt")
            .put("kid", key.path("kid").textValue())
            .put("alg", key.path("alg").textValue())
            .toString();
    String text = Signed.base64(header) + "." + Signed.base64(Claim.json()) + "." + signature;
    TokenVerifier verifier =
        TokenVerifier.builder()
            .acceptTokensThatWereRevoked()
            .keys(keys)
            .acceptTokensOfAnyIssuer()
            .acceptTokensForAnyAudience()
            .withoutClockSkew()
            .build();
    try {
      throw new AssertionError(
          verifier.verify("Bearer " + text, Instant.ofEpochSecond(Claim.ISSUED).toEpochMilli()));
    } catch (TokenRejected e) {
      assertThat(e.fault()).isEqualTo(TokenFault.SIGNATURE);
    }
  }
}
