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
import org.junit.jupiter.params.provider.ValueSource;

/** {@code warder issuer check} of key sets: those of real issuers, and all that can be wrong. */
final class IssuerKeysTest {
  private static final Path VECTORS = Path.of("..", "spec", "token-vectors", "key-sets.json");

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
                  ignored:  key 2 (`e`): `use` is not `sig`; `alg` is `RSA-OAEP`, which verifies no tokens here
                """));
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
                "`kid` is missing or not text of 1 to 256 characters",\
                "it carries a private key; a set to verify by holds public keys only",\
                "`use` is not `sig`"]}],\
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
                  ignored:   key 1 (`a`): `alg` is missing
                             key 2 (`b`): `alg` is missing
                  more keys: to use keys 1, 2: --profile with one of spring-authorization-server, entra-v1, entra-v2
                             to use keys 1, 2: --profile FILE, a file with `format: 1` and `keysWithoutAlgorithm: accepted` and `algorithms: [RS256]`
                """));
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
    String line =
        "  more keys: to use key 1: --profile FILE, a file with `format: 1` and"
            + " `keysWithoutAlgorithm: accepted` and `algorithms: ";
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
    assertThat(strict.out())
        .endsWith(
            "  more keys: to use key 1: --profile FILE, a file with `format: 1` and"
                + " `keyId: optional`\n");
    Path file = folder.resolve("p.yaml");
    Files.writeString(file, "format: 1\nkeyId: optional\n");
    assertThat(check(keys, "--profile", file.toString()).out())
        .contains("  used:     key 1: RS256, 2048 bits\n");
    assertThat(check(set(rsa("\"use\":\"sig\""))).out())
        .endsWith(
            "`keysWithoutAlgorithm: accepted` and `algorithms: [RS256]` and `keyId: optional`\n");
  }

  /** A file is advised that begins with the chosen profile, and drops none of its keys. */
  @Test
  void adviceBesideAProfile_keepsItsKeys(@TempDir Path folder) throws Exception {
    String keys =
        set(
            rsa("\"kid\":\"a\",\"alg\":\"RS256\""),
            rsa("\"kid\":\"b\""),
            p384("\"kid\":\"c\",\"alg\":\"ES384\""));
    String lines = "`keysWithoutAlgorithm: accepted` and `algorithms: [RS256, ES384]`\n";
    assertThat(check(keys, "--profile", "keycloak").out())
        .endsWith(
            "  more keys: to use key 2: --profile FILE, a file with `format: 1` and"
                + " `base: keycloak` and "
                + lines);
    assertThat(check(keys, "--profile", "entra-v2").out())
        .contains(
            "to use key 3: --profile FILE, a file with `format: 1` and `base: entra-v2` and ");
    Path file = folder.resolve("p.yaml");
    Files.writeString(file, "format: 1\nbase: keycloak\naccount: tenant\n");
    assertThat(check(keys, "--profile", file.toString()).out())
        .endsWith("  more keys: to use key 2: in the file, write " + lines);
    Files.writeString(
        file,
        "format: 1\nbase: keycloak\nkeysWithoutAlgorithm: accepted\nalgorithms: [RS256, ES384]\n");
    assertThat(check(keys, "--profile", file.toString()).out())
        .contains("key 1 (`a`)", "key 2 (`b`)", "key 3 (`c`)")
        .doesNotContain("ignored:", "more keys:");
  }

  /** Whose tokens are accepted does not matter here. */
  @ParameterizedTest
  @ValueSource(strings = {"cognito", "google", "gitlab-ci", "github-actions"})
  void profileThatAsksForMore_itsRulesAboutKeysAreUsed(String profile) throws Exception {
    assertThat(check(set(rsa("\"kid\":\"a\",\"alg\":\"RS256\"")), "--profile", profile).out())
        .startsWith("USABLE\n")
        .contains("  profile:  " + profile + "\n", "key 1 (`a`): RS256, 2048 bits\n");
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
            "  ignored:  key 1 (`m`): `alg` is `ML-DSA-44`, which verifies no tokens here\n")
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
            "  used:      key 2 (`e`): ES384, 384 bits\n",
            "  ignored:   key 1 (`r`): `alg` is `RS256`; the profile accepts [ES384]\n",
            "  more keys: to use key 1: in the file, write `algorithms: [RS256, ES384]`\n");
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
