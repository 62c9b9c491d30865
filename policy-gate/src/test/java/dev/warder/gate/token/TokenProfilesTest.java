package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.warder.model.yaml.Problem;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenProfilesTest {
  private static final Path SEMANTICS = Path.of("..", "spec", "SEMANTICS.md");

  @TempDir private Path folder;

  private static List<String> problems(String text) {
    try {
      TokenProfiles.parse("p", text);
      return List.of();
    } catch (InvalidTokenProfile e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "types: [at+jwt] | p:2:1: the profile has no `format`",
        "format: 2 | p:2:1: format `2` is not 1",
        "tipes: [JWT] | p:3:1: unknown key `tipes` in the profile; nearest: `types`",
        "base: keyclock | p:3:7: there is no profile `keyclock`; nearest: `keycloak`",
        "types: [] | p:3:8: `types` is a list of at least one type, or `none`",
        "ignoredHeaders: [x5t, jku] | p:3:17: the header member `jku` is never ignored",
        "keyId: required | p:3:8: `keyId` is `optional`, or is left out",
        "account: [] | p:3:10: a claim is named by 1 to 8 names of 1 to 256 characters, not []",
        "account: a\\nconstantAccount: b | p:4:1: `account` and `constantAccount`: give one of them",
        "account: exp | p:3:1: `exp` has a meaning of its own; set another claim (account)",
        "capabilities: {list: a, text: b} | p:3:15: `capabilities` has one of `list` and `text`",
        "capabilities: {lists: a} | p:3:16: unknown key `lists` in `capabilities`; nearest: `list`",
        "map: {values: {a: x y}} | p:3:6: `x y` is no raw string of a capability",
        "map: {values: {a: b}, others: kept} | p:3:23: `others` is `keep` or `drop`",
        "require: [{is: b}] | p:3:11: a requirement has no `claim`",
        "require: [{claim: a, is: []}] | p:3:26: name at least one value, or leave `is` out",
        "audience: none | p:3:11: `audience` is `optional` or `chosen-by-requester`, or is left out",
        "require: [] | p:3:10: this list is empty: name something, or leave the key out",
        "acceptedClients: [] | p:3:18: this list is empty: name something, or leave the key out",
        "constantAccount: null | p:3:18: a value is missing here",
        "acceptedClients: [{claim: azp, is: ['']}] | p:3:37: a value is missing here",
        "acceptedClients: [{claim: azp, is: a}, {claim: azp, is: b}] | p:3:40: the accepted values of `azp` are given twice",
        "algorithms: [RS1] | p:3:14: there is no algorithm `RS1`; there are [RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, EdDSA, Ed25519, HS256, HS384, HS512]",
        "algorithms: [] | p:3:13: `algorithms` is a list of at least one",
        "longestLifetime: 1 | p:3:18: `longestLifetime` is a number and one of s, m, h and d, such as `24h`, not `1`",
      })
  void parse_whatIsWrong_isSaidAtItsPlace(String text, String problem) {
    String whole =
        text.startsWith("format") || text.startsWith("types: [at")
            ? "# profile\n" + text
            : "# profile\nformat: 1\n" + text;
    assertThat(problems(whole.replace("\\n", "\n") + "\n")).contains(problem);
  }

  @Test
  void parse_whatIsLacking_isSaidAtTheKeyThatAsksForIt() {
    assertThat(problems("format: 1\ntypes: [JWT]\naudience: optional\nvalueId: derived\n"))
        .containsExactly(
            "p:2:1: these types let in the issuer's other tokens, such as ID tokens: require a"
                + " claim that tells them apart (require), or accept those tokens too"
                + " (otherTokens: accepted)",
            "p:3:1: the audience does not say for whom a token is: name who may send one"
                + " (acceptedClients or acceptedSubjects)",
            "p:4:1: a value without an id of its own needs a claim that names the token (tokenId)");
    assertThat(problems("format: 1\nbase: cognito\naccount: a\n"))
        .containsExactly("p:1:1: name the accepted values of `client_id` (acceptedClients)");
  }

  @Test
  void parse_severalMistakes_areReportedTogether() {
    assertThat(problems("format: 1\nkeyId: x\nsenderBound: y\notherTokens: z\n")).hasSize(3);
    assertThat(problems("")).containsExactly("p:1:1: the file is empty; a profile is expected");
    assertThat(problems("- a\n")).isNotEmpty();
    assertThat(problems("format: 1\naccount: &a x\n")).isNotEmpty();
  }

  @Test
  void parse_keysOfTheFile_replaceThoseOfTheBase() throws Exception {
    TokenProfile profile =
        TokenProfiles.parse(
            "p",
            """
            format: 1
            base: keycloak
            account: tenant
            longestLifetime: 15m
            capabilities: [realm_access, roles]
            """);
    assertThat(profile.name()).isEqualTo("keycloak");
    assertThat(profile.longestLifetime()).hasMinutes(15);
    assertThat(profile.required).hasSize(1);
    assertThat(profile.capabilities.claim()).hasToString("`roles` in `realm_access`");
  }

  @Test
  void read_file_asText_andWithAMark() throws Exception {
    Path file = Files.writeString(folder.resolve("p.yaml"), "\uFEFFformat: 1\r\naccount: a\r\n");
    assertThat(TokenProfiles.read(file).account).hasToString("`a`");
    Files.write(file, new byte[] {(byte) 0xFF});
    assertThatExceptionOfType(InvalidTokenProfile.class)
        .isThrownBy(() -> TokenProfiles.read(file))
        .withMessage(file + ":1:1: the file is not UTF-8");
    Files.write(file, new byte[1024 * 1024 + 1]);
    assertThatExceptionOfType(InvalidTokenProfile.class)
        .isThrownBy(() -> TokenProfiles.read(file))
        .withMessage(file + ":1:1: the file is larger than 1048576 bytes");
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> TokenProfiles.read(folder.resolve("none")));
  }

  /** The strict file and the strict builder say the same. */
  @Test
  void strict_fileAndBuilder_areEqual() {
    TokenProfileBuilder file = TokenProfiles.basedOn("strict");
    TokenProfileBuilder code = TokenProfile.builder().named("strict");
    assertThat(file).usingRecursiveComparison().isEqualTo(code);
  }

  /** The table of the specification names what the library has. */
  @Test
  void names_areThoseOfTheSpecification() throws Exception {
    String text = Files.readString(SEMANTICS);
    String section = text.substring(text.indexOf("### 7.11"), text.indexOf("## 8."));
    List<String> named =
        Pattern.compile("(?m)^\\| (`[^|]*`) \\|")
            .matcher(section)
            .results()
            .map(row -> row.group(1))
            .flatMap(row -> Pattern.compile("`([^`]+)`").matcher(row).results())
            .map(name -> name.group(1))
            .toList();
    assertThat(named).containsExactlyElementsOf(TokenProfiles.names());
  }

  /** And the keys that it describes are those that are read. */
  @Test
  void keys_areThoseOfTheSpecification() throws Exception {
    String text = Files.readString(SEMANTICS);
    String section =
        text.substring(text.indexOf("### 7.10"), text.indexOf("What no profile loosens"));
    List<String> described =
        Pattern.compile("(?m)^\\| (`[^|]*`) \\|")
            .matcher(section)
            .results()
            .map(row -> row.group(1))
            .flatMap(row -> Pattern.compile("`([^`]+)`").matcher(row).results())
            .map(key -> key.group(1))
            .toList();
    assertThat(described).containsExactlyElementsOf(TokenProfileReader.keys());
  }
}
