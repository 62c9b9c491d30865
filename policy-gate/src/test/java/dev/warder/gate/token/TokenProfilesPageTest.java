package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.gate.token.TokenVectorFile.Vector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of profiles has each profile with a name, and its files judge real tokens. */
class TokenProfilesPageTest {
  private static final Path PAGE = Path.of("..", "docs", "reference", "token-profiles.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9-]+)` \\|");
  private static final Pattern FILE = Pattern.compile("(?s)```yaml\n(.*?)\n```");

  private static String section(String heading) throws Exception {
    String text = Files.readString(PAGE);
    int start = text.indexOf("\n## " + heading + "\n");
    assertThat(start).as(heading).isNotNegative();
    int end = text.indexOf("\n## ", start + 1);
    return end < 0 ? text.substring(start) : text.substring(start, end);
  }

  @Test
  void page_hasEachProfileWithAName() throws Exception {
    List<String> rows =
        ROW.matcher(section("What each one loosens")).results().map(row -> row.group(1)).toList();
    assertThat(rows).containsExactlyInAnyOrderElementsOf(TokenProfiles.names());
  }

  @Test
  void page_hasNoFileThatIsNotTested() throws Exception {
    assertThat(FILE.matcher(Files.readString(PAGE)).results()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource({
    "Accept tokens of GitHub Actions, github-actions",
    "Take capabilities from roles of Keycloak, keycloak-roles",
    "Accept tokens of Azure AD B2C, b2c",
    "Accept tokens of Kubernetes service accounts, kubernetes",
  })
  void file_ofThePage_judgesTheIssuersTokens(String heading, String vectors) throws Exception {
    Matcher file = FILE.matcher(section(heading));
    assertThat(file.find()).isTrue();
    TokenProfile profile = TokenProfiles.parse(heading, file.group(1));
    TokenVectorFile tokens = TokenVectorFile.read("issuers/" + vectors + ".json");
    KeySet keys = KeySet.parse(tokens.keys().toString(), profile);
    for (Vector vector : tokens.vectors()) {
      TokenVerifier verifier = tokens.verifier(vector, keys).profile(profile).build();
      assertThat(TokenVectors.answer(verifier, tokens.token(vector), tokens.now(vector)))
          .as(vector.name())
          .isEqualTo(vector.expect());
    }
  }
}
