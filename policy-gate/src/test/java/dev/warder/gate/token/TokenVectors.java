package dev.warder.gate.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.Sets;
import com.google.common.collect.Streams;
import dev.warder.gate.token.TokenVectorFile.Expected;
import dev.warder.gate.token.TokenVectorFile.ExpectedToken;
import dev.warder.gate.token.TokenVectorFile.Vector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs {@code spec/token-vectors}. */
class TokenVectors {
  @TestFactory
  Stream<DynamicTest> tokens() throws Exception {
    return tests(TokenVectorFile.read("tokens.json"));
  }

  @TestFactory
  Stream<DynamicTest> signatures() throws Exception {
    return tests(TokenVectorFile.read("signatures.json"));
  }

  @TestFactory
  Stream<DynamicTest> signatures_installedProviders() throws Exception {
    TokenVectorFile file = TokenVectorFile.read("signatures.json");
    KeySet keys =
        KeySet.parse(
            file.keys().toString().getBytes(UTF_8),
            KeyRules.STRICT,
            SignatureChecks.byInstalledProviders());
    return file.vectors().stream()
        .map(
            vector ->
                dynamicTest(
                    vector.name(),
                    () ->
                        assertThat(
                                answer(
                                    file.verifier(vector, keys).build(),
                                    file.token(vector),
                                    file.now(vector)))
                            .isEqualTo(vector.expect())));
  }

  @TestFactory
  Stream<DynamicTest> issuers() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : TokenVectorFile.issuers()) {
      TokenVectorFile file = TokenVectorFile.read("issuers/" + name + ".json");
      assertThat(file.vectors().get(0).expect().token()).as(name).isNotNull();
      file.vectors()
          .forEach(
              vector ->
                  tests.add(dynamicTest(name + ": " + vector.name(), () -> check(file, vector))));
    }
    return tests.stream();
  }

  /** All profiles with a name but the strict one, whose tokens the other files have. */
  @Test
  void issuers_eachNamedProfile_hasVectors() throws Exception {
    Set<String> based = new HashSet<>();
    for (String name : TokenVectorFile.issuers()) {
      based.add(TokenVectorFile.read("issuers/" + name + ".json").tokenProfile().name());
    }
    assertThat(based).containsAll(Sets.difference(TokenProfiles.names(), Set.of("strict")));
  }

  /** No issuer's tokens pass by accident. */
  @Test
  void issuers_theirTokensUnderTheStrictProfile_areRefused() throws Exception {
    for (String name : TokenVectorFile.issuers()) {
      TokenVectorFile file = TokenVectorFile.read("issuers/" + name + ".json");
      for (Vector vector : file.vectors()) {
        TokenVerifier strict = file.verifier(vector).profile(TokenProfile.strict()).build();
        Expected answer = answer(strict, file.token(vector), file.now(vector));
        assertThat(answer.token()).as(name + ": " + vector.name()).isNull();
      }
    }
  }

  private static Stream<DynamicTest> tests(TokenVectorFile file) {
    assertThat(file.format()).isEqualTo(1);
    return file.vectors().stream()
        .map(vector -> dynamicTest(vector.name(), () -> check(file, vector)));
  }

  private static void check(TokenVectorFile file, Vector vector) throws Exception {
    String token = file.token(vector);
    TokenVerifier plain = file.verifier(vector).build();
    TokenVerifier keeping = file.verifier(vector).keepSeenTokens(8).build();
    for (TokenVerifier verifier : List.of(plain, keeping, keeping)) {
      assertThat(answer(verifier, token, file.now(vector))).isEqualTo(vector.expect());
    }
  }

  static Expected answer(TokenVerifier verifier, String token, Instant now) {
    try {
      AccessToken verified = verifier.verify("Bearer " + token, now.toEpochMilli());
      return new Expected(ExpectedToken.of(verified), null, null);
    } catch (TokenRejected e) {
      return new Expected(null, e.reason().code(), e.fault().code());
    }
  }

  @TestFactory
  Stream<DynamicTest> keySets() throws Exception {
    return Streams.stream(TokenVectorFile.readTree("key-sets.json").path("keySets"))
        .map(vector -> dynamicTest(vector.path("name").textValue(), () -> checkKeySet(vector)));
  }

  private static void checkKeySet(JsonNode vector) throws Exception {
    String text = vector.path("text").textValue();
    if (vector.has("ids")) {
      KeySet keys = KeySet.parse(text);
      assertThat(keys.ids()).containsExactlyElementsOf(texts(vector.path("ids")));
      assertThat(keys.ignored().stream().flatMap(key -> key.problems().stream()))
          .containsExactlyElementsOf(texts(vector.path("ignored")));
    } else {
      assertThatCode(() -> KeySet.parse(text))
          .isInstanceOfSatisfying(
              InvalidKeySet.class,
              e -> assertThat(e.problems()).isEqualTo(texts(vector.path("problems"))));
    }
  }

  private static List<String> texts(JsonNode list) {
    return Streams.stream(list).map(JsonNode::textValue).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tokens.json", "signatures.json"})
  void vectors_namesInOneFile_areUnique(String name) throws Exception {
    assertThat(TokenVectorFile.read(name).vectors())
        .extracting(Vector::name)
        .doesNotHaveDuplicates();
  }

  /**
   * Those of the field, and the last three, come of what is around, and have tests of their own.
   */
  @Test
  void vectors_everyFaultOfATextAlone_occurs() throws Exception {
    Set<String> expected =
        EnumSet.allOf(TokenFault.class).stream()
            .filter(
                fault ->
                    fault != TokenFault.NOT_BEARER
                        && fault.reason() != TokenReason.UNAVAILABLE
                        && fault != TokenFault.REVOKED)
            .map(TokenFault::code)
            .collect(Collectors.toSet());
    List<Vector> vectors = new ArrayList<>(TokenVectorFile.read("tokens.json").vectors());
    for (String name : TokenVectorFile.issuers()) {
      vectors.addAll(TokenVectorFile.read("issuers/" + name + ".json").vectors());
    }
    assertThat(vectors.stream().map(vector -> vector.expect().fault())).containsAll(expected);
  }
}
