package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalLineTest {
  /** Returns the line about a refused vector of an issuer. */
  private static String line(String issuer, String vector) throws Exception {
    TokenVectorFile file = TokenVectorFile.read("issuers/" + issuer + ".json");
    TokenVectorFile.Vector refused =
        file.vectors().stream().filter(one -> one.name().equals(vector)).findFirst().orElseThrow();
    return line(file, refused);
  }

  private static String line(TokenVectorFile file, TokenVectorFile.Vector refused)
      throws Exception {
    TokenFault fault =
        Arrays.stream(TokenFault.values())
            .filter(one -> one.code().equals(refused.expect().fault()))
            .findFirst()
            .orElseThrow();
    try (TokenVerifier verifier = file.verifier(refused).build()) {
      return RefusalLine.of("Bearer " + refused.token(), fault)
          .text(List.of(file.issuer()), verifier.rules(), verifier.keyIds());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "keycloak | an ID token | required: `typ` is `Bearer`",
        "keycloak | of another client | accepted clients are named by [`azp`]",
        "keycloak | for another audience | expected `aud`: `notes-api`",
        "keycloak | of another issuer | trusted: `https://id.example.com/realms/notes`",
        "keycloak | with a header member that chooses a key | the profile ignores no other member",
        "okta | an ID token with custom scopes | required: `cid` is there",
        "spring-authorization-server | of an algorithm that the profile does not accept | accepted: [RS256, ES256]",
        "github-actions | of another repository | accepted subjects are named by [`repository_id`, `repository_owner_id`]",
      })
  void text_saysWhatWouldBeRight(String issuer, String vector, String right) throws Exception {
    assertThat(line(issuer, vector)).endsWith("; " + right);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "keycloak | an ID token | required-claim: `typ` is not `Bearer`",
        "keycloak | of a type that is none of these | type: `typ` is not one that the profile accepts: `jwt`, `at+jwt`",
        "okta | of a type that is none of these | type: `typ` is not one that the profile accepts: `okta-internal-at+jwt`, or none",
        "keycloak-roles | without an account | account: `account` is missing or not text of 1 to 256 characters",
        "entra-v2 | without app roles | capabilities: `roles` is missing or malformed",
        "entra-v2 | without an id of its value | value-id: `uti` is missing or not text of 1 to 256 characters",
      })
  void text_namesTheClaimThatTheProfileReads(String issuer, String vector, String message)
      throws Exception {
    assertThat(line(issuer, vector)).startsWith(message + "; ");
  }

  /** Each refusal gives one short line, which quotes only the token's issuer and key id. */
  @Test
  void text_ofAnyRefusedToken_hasNoPartOfIt() throws Exception {
    for (String name : TokenVectorFile.issuers()) {
      TokenVectorFile file = TokenVectorFile.read("issuers/" + name + ".json");
      for (TokenVectorFile.Vector vector : file.vectors()) {
        if (vector.expect().fault() != null) {
          assertThat(line(file, vector))
              .as(name + ": " + vector.name())
              .startsWith(vector.expect().fault() + ": ")
              .doesNotContain("eyJ", "\n")
              .hasSizeLessThan(800);
        }
      }
    }
  }

  @Test
  void text_nothingCanBeRead_isTheFaultAlone() {
    for (String field : new String[] {null, "", "Bearer ", "Basic x", "Bearer a.b.c"}) {
      assertThat(RefusalLine.of(field, TokenFault.NOT_BEARER).text(List.of(), null, Set.of()))
          .isEqualTo("not-bearer: the Authorization field is not `Bearer` and a token");
    }
  }
}
