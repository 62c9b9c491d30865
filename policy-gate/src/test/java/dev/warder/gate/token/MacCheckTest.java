package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.concurrent.Together;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class MacCheckTest {
  private static final int MOST_CHARACTERS = 8_192;

  private static MacCheck check() throws Exception {
    return new MacCheck(Base64.getUrlDecoder().decode(Signed.SECRET), Algorithm.HS256);
  }

  private static CompactToken token(String value) throws TokenRejected {
    return CompactToken.parse(Signed.hs256("jti", value), MOST_CHARACTERS);
  }

  /** The example of RFC 7515, appendix A.1. */
  @Test
  void isGood_exampleOfTheStandard_true() throws Exception {
    MacCheck check =
        new MacCheck(
            Base64.getUrlDecoder()
                .decode(
                    "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75"
                        + "aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"),
            Algorithm.HS256);
    CompactToken token =
        CompactToken.parse(
            "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
                + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly"
                + "9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
                + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk",
            MOST_CHARACTERS);
    assertThat(check.isGood(token)).isTrue();
  }

  @Test
  void isGood_afterOneThatIsNot_eachByItself() throws Exception {
    MacCheck check = check();
    CompactToken good = token("\"v-1\"");
    String text = Signed.hs256("jti", "\"v-2\"");
    CompactToken bad =
        CompactToken.parse(text.substring(0, text.lastIndexOf('.')) + ".AAAA", MOST_CHARACTERS);
    assertThat(check.isGood(good)).isTrue();
    assertThat(check.isGood(bad)).isFalse();
    assertThat(check.isGood(good)).isTrue();
  }

  @Test
  void isGood_partOfTheCode_false() throws Exception {
    String text = Signed.hs256();
    int signature = text.lastIndexOf('.') + 1;
    for (int characters = 4; characters <= 40; characters += 4) {
      CompactToken token =
          CompactToken.parse(text.substring(0, signature + characters), MOST_CHARACTERS);
      assertThat(check().isGood(token)).isFalse();
    }
  }

  @Test
  void isGood_manyThreads_noneByTheOthersText() throws Exception {
    MacCheck check = check();
    CompactToken one = token("\"v-1\"");
    CompactToken longer = token("\"" + "v".repeat(1_000) + "\"");
    try (Together together = new Together(3)) {
      for (int round = 0; round < 200; round++) {
        assertThat(
                together.run(
                    () -> areAllGood(check, one),
                    () -> areAllGood(check, longer),
                    () -> areAllGood(check, one)))
            .doesNotContain(false);
      }
    }
  }

  private static boolean areAllGood(MacCheck check, CompactToken token) throws Exception {
    boolean areGood = true;
    for (int i = 0; i < 50; i++) {
      areGood &= check.isGood(token);
    }
    return areGood;
  }
}
