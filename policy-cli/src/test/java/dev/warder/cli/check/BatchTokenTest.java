package dev.warder.cli.check;

import static dev.warder.cli.Run.NOW;
import static dev.warder.cli.Run.allowed;
import static dev.warder.cli.Run.reading;
import static dev.warder.cli.Run.warder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signed tokens in a batch of {@code warder check}. */
final class BatchTokenTest extends WithSignedTokens {
  @Test
  void batch_tokens_areVerifiedEach() {
    String good = token().sign();
    String lines =
        """
        {"id":1,"token":"GOOD","method":"GET","path":"/v1/me"}
        {"id":2,"token":"EXPIRED","method":"GET","path":"/v1/me"}
        {"id":3,"token":"x","command":"ably apps update"}
        {"id":4,"token":"GOOD","operation":"update-app","resourceAccount":"A"}
        {"id":5,"anonymous":true,"operation":"get-me"}
        """
            .replace("GOOD", good)
            .replace("EXPIRED", ISSUER.token(NOW.minusSeconds(3600)).sign());
    assertThat(reading(lines, check("--batch", "-")))
        .isEqualTo(
            allowed(
                """
                {"format":1,"id":1,"allowed":true,"reason":"allowed","status":200,"operation":"get-me","fingerprint":"FINGERPRINT"}
                {"format":1,"id":2,"allowed":false,"reason":"expired-token","status":401,"fault":"expired","fingerprint":"FINGERPRINT"}
                {"format":1,"id":3,"allowed":false,"reason":"invalid-token","status":401,"fault":"not-compact","fingerprint":"FINGERPRINT"}
                {"format":1,"id":4,"allowed":true,"reason":"allowed","status":200,"operation":"update-app","fingerprint":"FINGERPRINT"}
                {"format":1,"id":5,"allowed":false,"reason":"missing-capability","status":403,"operation":"get-me","missing":[],"enough":[],"fingerprint":"FINGERPRINT"}
                """));
  }

  /** The profile's token and one of the strict form, each to update an app of account B. */
  private String[] faults(String... options) {
    String update =
        """
        ,"owners":{"app":{"28AB9a":"B"}},"method":"PATCH","path":"/v1/apps/28AB9a"}
        """;
    String strict = token().account("B").sign();
    List<String> args = new ArrayList<>(List.of("--batch", "-"));
    args.addAll(List.of(options));
    return reading(
            "{\"token\":\""
                + keycloakToken()
                + "\""
                + update
                + "{\"token\":\""
                + strict
                + "\""
                + update,
            check(args.toArray(String[]::new)))
        .out()
        .lines()
        .map(line -> line.replaceAll(".*\"(?:fault|reason)\":\"([^\"]+)\".*", "$1"))
        .toArray(String[]::new);
  }

  @Test
  void batch_withoutAProfile_takesTheStrictFormAlone() {
    assertThat(faults()).containsExactly("type", "allowed");
  }

  @Test
  void batch_profile_judgesEachLine() {
    assertThat(faults("--profile", "keycloak", "--account-claim", "tenant"))
        .containsExactly("allowed", "account");
    assertThat(faults("--profile", "okta", "--account-claim", "tenant"))
        .containsExactly("type", "type");
  }

  @Test
  void batch_constantAccount_isThatOfEachLine() {
    assertThat(faults("--profile", "keycloak", "--constant-account", "B"))
        .containsExactly("allowed", "capabilities");
    assertThat(faults("--profile", "keycloak", "--constant-account", "A"))
        .containsExactly("wrong-account", "capabilities");
    assertThat(faults("--constant-account", "A")).containsExactly("type", "wrong-account");
  }

  @Test
  void batch_accountClaim_namesTheAccountWithoutAProfileToo() {
    assertThat(faults("--account-claim", "account")).containsExactly("type", "allowed");
    assertThat(faults("--account-claim", "tenant")).containsExactly("type", "account");
  }

  @Test
  void batch_tokenWithoutKeysOrBesideCapabilities_isABadLine() {
    assertThat(reading("{\"token\":\"x\",\"operation\":\"get-me\"}\n", "check", "--batch", "-"))
        .isEqualTo(
            new Run(
                2,
                """
                {"format":1,"line":1,"error":"`token` needs --keys and what belongs to it on the command line","fingerprint":"FINGERPRINT"}
                """,
                ""));
    for (String other :
        new String[] {"\"account\":\"A\"", "\"capabilities\":[]", "\"anonymous\":true"}) {
      assertThat(
              reading(
                      "{\"token\":\"x\"," + other + ",\"operation\":\"get-me\"}\n",
                      check("--batch", "-"))
                  .out())
          .isEqualTo(
              """
              {"format":1,"line":1,"error":"`token` goes with neither `account`, `withoutAccount`, `capabilities` nor `anonymous`","fingerprint":"FINGERPRINT"}
              """);
    }
  }

  /** As at the command line: a header line's words are left out, and other text is no denial. */
  @Test
  void batch_tokenThatIsAHeaderLine_isVerified() {
    for (String prefix : new String[] {" ", "Bearer ", "authorization: bearer ", "\uFEFF"}) {
      assertThat(
              reading(
                      "{\"token\":\"" + prefix + token().sign() + "\",\"operation\":\"get-me\"}\n",
                      check("--batch", "-"))
                  .out())
          .contains("\"reason\":\"allowed\"");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~|`token` holds no token",
        "Bearer|`token` holds no token",
        "\u00e9|`token` holds no token: a token has neither spaces nor characters beyond ASCII",
        "a b|`token` holds no token: a token has neither spaces nor characters beyond ASCII",
        "a\\nb|`token` holds 2 lines; a token is one line, alone or as a header line",
      })
  void batch_textThatIsNoToken_isABadLineAndNoDenial(String text, String error) {
    assertThat(
            reading(
                "{\"token\":\"" + text + "\",\"operation\":\"get-me\"}\n", check("--batch", "-")))
        .isEqualTo(
            new Run(
                2,
                "{\"format\":1,\"line\":1,\"error\":\""
                    + error
                    + "\",\"fingerprint\":\"FINGERPRINT\"}\n",
                ""));
  }

  @Test
  void batch_options_areChecked() {
    assertThat(warder(check("--batch", "-", "--token", "x")).err())
        .startsWith(
            "warder: each line of a batch names its token and question: leave out all options");
    assertThat(warder("check", "--batch", "-", "--keys", keys).err())
        .startsWith("warder: a signed token needs one of two: give --issuer ISS or --any-issuer\n");
  }
}
