package dev.warder.cli.issuer;

import static dev.warder.cli.Run.allowed;
import static dev.warder.cli.Run.denied;
import static dev.warder.cli.Run.warder;
import static dev.warder.cli.issuer.PublicKeys.p384;
import static dev.warder.cli.issuer.PublicKeys.rsa;
import static dev.warder.cli.issuer.PublicKeys.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warder.cli.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code warder issuer check} of key sets: those of real issuers, and all that can be wrong. */
final class IssuerKeysTest {
  private static final Path VECTORS = Path.of("..", "spec", "token-vectors", "key-sets.json");
  private static final String NO_ALGORITHM =
      "`alg` is missing or none of [RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512,"
          + " EdDSA, Ed25519, HS256, HS384, HS512]";

  /** Returns what a run printed, with {@code ISSUER} for the server's address. */
  private static Run check(String keySet, String... options) throws Exception {
    try (IssuerServer server = new IssuerServer(keySet)) {
      List<String> args = new ArrayList<>(List.of("issuer", "check", server.address()));
      args.addAll(List.of(options));
      Run run = warder(args.toArray(String[]::new));
      return new Run(run.exitCode(), run.out().replace(server.address(), "ISSUER"), run.err());
    }
  }

  /** Keycloak publishes a key to encrypt by, too. */
  @Test
  void setOfKeycloak_keyToVerifyByIsUsed() throws Exception {
    String keys =
        set(
            rsa("\"kid\":\"s\",\"use\":\"sig\",\"alg\":\"RS256\",\"x5c\":[\"MIIC\"]"),
            rsa("\"kid\":\"e\",\"use\":\"enc\",\"alg\":\"RSA-OAEP\""));
    assertThat(check(keys))
        .isEqualTo(
            allowed(
                """
                USABLE
                  issuer:   ISSUER
                  metadata: ISSUER/.well-known/openid-configuration
                  key set:  ISSUER/keys
                  profile:  strict
                  used:     key 1 (`s`): RS256, 2048 bits
                  ignored:  key 2 (`e`): NO_ALGORITHM; `use` is not `sig`
                """
                    .replace("NO_ALGORITHM", NO_ALGORITHM)));
    assertThat(check(keys, "--profile", "keycloak").out()).contains("  profile:  keycloak\n");
  }

  @Test
  void json_hasTheSame() throws Exception {
    String keys =
        set(
            rsa("\"kid\":\"s\",\"use\":\"sig\",\"alg\":\"RS256\""),
            rsa("\"use\":\"enc\",\"alg\":\"RS256\",\"d\":\"AQ\""));
    assertThat(check(keys, "--json", "--profile", "keycloak"))
        .isEqualTo(
            allowed(
                """
                {"format":1,"usable":true,"issuer":"ISSUER",\
                "metadata":"ISSUER/.well-known/openid-configuration","keySet":"ISSUER/keys",\
                "profile":"keycloak","problems":[],\
                "used":[{"number":1,"kid":"s","algorithm":"RS256","bits":2048}],\
                "ignored":[{"number":2,"kid":null,"fault":true,"reasons":[\
                "`kid` is missing or not text of 1 to 256 characters","`use` is not `sig`",\
                "it carries a private key; a set to verify by holds public keys only"]}],\
                "profiles":["strict","rfc9068","keycloak","spring-authorization-server","auth0",\
                "auth0-rfc9068","okta","entra-v1","entra-v2","cognito","duende","oidc-provider",\
                "google","gitlab-ci","github-actions"],"options":[]}
                """));
  }

  /** Spring Authorization Server and Entra leave {@code alg} out. */
  @Test
  void keysWithoutAlgorithm_profilesThatUseThemAreNamed() throws Exception {
    String keys = set(rsa("\"kid\":\"a\""), rsa("\"kid\":\"b\",\"use\":\"sig\",\"x5t\":\"AQ\""));
    assertThat(check(keys))
        .isEqualTo(
            denied(
                """
                NOT USABLE
                  issuer:    ISSUER
                  metadata:  ISSUER/.well-known/openid-configuration
                  key set:   ISSUER/keys
                  profile:   strict
                  problem:   none of the keys can be used
                  ignored:   key 1 (`a`): NO_ALGORITHM
                             key 2 (`b`): NO_ALGORITHM
                  more keys: --profile with one of spring-authorization-server, entra-v1, entra-v2
                             --profile FILE with `keysWithoutAlgorithm: accepted` and `algorithms: [RS256]`
                """
                    .replace("NO_ALGORITHM", NO_ALGORITHM)));
    for (String profile : List.of("spring-authorization-server", "entra-v1", "entra-v2")) {
      assertThat(check(keys, "--profile", profile).out())
          .startsWith("USABLE\n")
          .contains("key 1 (`a`): RS256, 2048 bits\n", "key 2 (`b`): RS256, 2048 bits\n")
          .doesNotContain("ignored:", "more keys:");
    }
  }

  /** What is advised is what makes the command use them. */
  @Test
  void advice_followed_usesTheKeys(@TempDir Path folder) throws Exception {
    String keys = set(rsa("\"kid\":\"a\""), p384("\"kid\":\"b\",\"alg\":\"ES384\""));
    String line = "--profile FILE with `keysWithoutAlgorithm: accepted` and `algorithms: ";
    assertThat(check(keys).out())
        .contains(line + "[RS256, ES384]`\n")
        .doesNotContain("--profile with");
    Path file = folder.resolve("p.yaml");
    Files.writeString(
        file, "format: 1\nkeysWithoutAlgorithm: accepted\nalgorithms: [RS256, ES384]\n");
    assertThat(check(keys, "--profile", file.toString()).out())
        .contains("key 1 (`a`): RS256, 2048 bits\n", "key 2 (`b`): ES384, 384 bits\n")
        .doesNotContain("ignored:");
  }

  @Test
  void keyWithoutId_aloneInItsSet_theOptionIsNamed(@TempDir Path folder) throws Exception {
    String keys = set(rsa("\"alg\":\"RS256\""));
    Run strict = check(keys);
    assertThat(strict.exitCode()).isEqualTo(1);
    assertThat(strict.out()).endsWith("  more keys: --profile FILE with `keyId: optional`\n");
    Path file = folder.resolve("p.yaml");
    Files.writeString(file, "format: 1\nkeyId: optional\n");
    assertThat(check(keys, "--profile", file.toString()).out())
        .contains("  used:     key 1: RS256, 2048 bits\n");
    assertThat(check(set(rsa("\"use\":\"sig\""))).out())
        .endsWith(
            "`keysWithoutAlgorithm: accepted` and `algorithms: [RS256]` and `keyId: optional`\n");
  }

  /** An algorithm of the future hides no key of today. */
  @Test
  void algorithmThatIsUnknown_isLeftOutBesideOthers() throws Exception {
    Run run =
        check(
            set(
                "{\"kty\":\"AKP\",\"kid\":\"m\",\"alg\":\"ML-DSA-44\",\"pub\":\"AQAB\"}",
                p384("\"kid\":\"e\",\"alg\":\"ES384\",\"use\":\"sig\"")));
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            "  used:     key 2 (`e`): ES384, 384 bits\n",
            "  ignored:  key 1 (`m`): " + NO_ALGORITHM + "\n")
        .doesNotContain("faulty:", "more keys:");
  }

  @Test
  void algorithmThatTheProfileDoesNotAccept_isLeftOut(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("p.yaml");
    Files.writeString(file, "format: 1\nalgorithms: [ES384]\n");
    String keys =
        set(rsa("\"kid\":\"r\",\"alg\":\"RS256\""), p384("\"kid\":\"e\",\"alg\":\"ES384\""));
    assertThat(check(keys, "--profile", file.toString()).out())
        .contains(
            "  used:     key 2 (`e`): ES384, 384 bits\n",
            "  ignored:  key 1 (`r`): `alg` is missing or none of [ES384]\n");
  }

  @Test
  void keyThatIsWrongInItself_isFaulty() throws Exception {
    JsonNode roca =
        StreamSupport.stream(vectors().spliterator(), false)
            .filter(one -> one.path("name").asText().contains("beside another is left out"))
            .filter(one -> one.path("name").asText().startsWith("such a modulus"))
            .findFirst()
            .orElseThrow();
    Run run = check(roca.path("text").asText());
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            "  faulty:   key 1 (`r`): `n` was made by a library whose keys can be factored"
                + " (CVE-2017-15361)\n")
        .doesNotContain("ignored:", "more keys:");
  }

  private static JsonNode vectors() throws Exception {
    return new ObjectMapper().readTree(VECTORS.toFile()).path("keySets");
  }

  /** A published secret is none, so sets with one are judged otherwise than from a file. */
  static Stream<JsonNode> publicSets() throws Exception {
    return StreamSupport.stream(vectors().spliterator(), false)
        .filter(one -> !one.path("text").asText().contains("\"oct\""));
  }

  @ParameterizedTest
  @MethodSource("publicSets")
  void setOfAVector_isJudgedAsTheVectorSays(JsonNode vector) throws Exception {
    Run run = check(vector.path("text").asText(), "--json");
    JsonNode answer = new ObjectMapper().readTree(run.out());
    List<String> ids = new ArrayList<>();
    answer.path("used").forEach(key -> ids.add(key.path("kid").asText()));
    assertThat(ids).isEqualTo(texts(vector.path("ids")));
    assertThat(run.exitCode()).isEqualTo(ids.isEmpty() ? 1 : 0);
    List<String> ignored = new ArrayList<>();
    for (JsonNode key : answer.path("ignored")) {
      for (String reason : texts(key.path("reasons"))) {
        ignored.add("key " + key.path("number") + ": " + reason);
      }
    }
    List<String> expected = texts(vector.path(ids.isEmpty() ? "problems" : "ignored"));
    assertThat(ignored.isEmpty() ? texts(answer.path("problems")) : ignored).isEqualTo(expected);
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  @Test
  void secretThatIsPublished_isAFault() throws Exception {
    Run run =
        check(
            set(
                "{\"kty\":\"oct\",\"alg\":\"HS256\",\"kid\":\"h\",\"k\":\"%s\"}"
                    .formatted("A".repeat(43)),
                rsa("\"kid\":\"r\",\"alg\":\"RS256\"")));
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("  faulty:   key 1 (`h`): a secret is published at an address, so it is none\n")
        .doesNotContain("AAAA");
  }
}
