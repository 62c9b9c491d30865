package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KnownHeadersTest {
  private final KnownHeaders headers = new KnownHeaders();

  private static String header(String key) {
    return "{\"alg\":\"HS256\",\"kid\":\"%s\",\"typ\":\"at+jwt\"}".formatted(key);
  }

  private static CompactToken token(String header) throws TokenRejected {
    return CompactToken.parse(Signed.hs256(header, Claim.json(), Signed.SECRET), 8_192);
  }

  private static TokenHeader known(String key) {
    return new TokenHeader(Algorithm.HS256, key);
  }

  private void add(String key) throws TokenRejected {
    headers.add(token(header(key)), known(key));
  }

  @Test
  void find_noneAdded_null() throws Exception {
    assertThat(headers.find(token(header("s1")))).isNull();
  }

  @Test
  void find_several_eachByItsText() throws Exception {
    add("s1");
    add("s2");
    assertThat(headers.find(token(header("s1")))).isEqualTo(known("s1"));
    assertThat(headers.find(token(header("s2")))).isEqualTo(known("s2"));
  }

  @Test
  void find_textThatBeginsOrEndsAnother_null() throws Exception {
    add("s1");
    String text = Signed.base64(header("s1"));
    for (String other : new String[] {text.substring(4), text.substring(0, 40), text + "AAAA"}) {
      String rest = "." + Signed.base64(Claim.json()) + ".AAAA";
      assertThat(headers.find(CompactToken.parse(other + rest, 8_192))).isNull();
    }
  }

  @Test
  void find_sameMembersInAnotherSpelling_null() throws Exception {
    add("s1");
    assertThat(headers.find(token(header("s1") + " "))).isNull();
  }

  @Test
  void add_oneMoreThanEight_oldestGoes() throws Exception {
    for (int i = 1; i <= 8; i++) {
      add("s" + i);
    }
    assertThat(headers.find(token(header("s1")))).isEqualTo(known("s1"));
    add("s9");
    assertThat(headers.find(token(header("s1")))).isNull();
    for (int i = 2; i <= 9; i++) {
      assertThat(headers.find(token(header("s" + i)))).isEqualTo(known("s" + i));
    }
  }
}
