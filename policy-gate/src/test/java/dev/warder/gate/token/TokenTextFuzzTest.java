package dev.warder.gate.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever text comes as a token: it is rejected, or it reads as what was made of it. */
class TokenTextFuzzTest {
  private static final FuzzedTokens SECRET = new FuzzedTokens("tokens.json");
  private static final FuzzedTokens PUBLIC_KEYS = new FuzzedTokens("signatures.json");

  static Stream<byte[]> seeds() {
    return Stream.concat(
            Stream.of("", ".", "..", "a.b.c", "e30.e30.AA"),
            Stream.of(SECRET, PUBLIC_KEYS)
                .flatMap(tokens -> tokens.vectors().stream())
                .filter(vector -> vector.token() != null)
                .map(TokenVectorFile.Vector::token))
        .map(text -> text.getBytes(UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest
  void verify_anyText_tokenOrRejected(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    SECRET.verify(text);
    PUBLIC_KEYS.verify(text);
  }
}
