package dev.warder.gate.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.warder.gate.token.TokenVectorFile.ExpectedToken;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever header and claims are signed with the right secret: they are accepted exactly where an
 * independent reading of them is, and say the same. The first line is the header, the rest claims.
 */
class TokenClaimsFuzzTest {
  private static final FuzzedTokens TOKENS = new FuzzedTokens("tokens.json");

  static Stream<byte[]> seeds() {
    return TOKENS.vectors().stream()
        .filter(vector -> vector.token() == null && vector.header().indexOf('\n') < 0)
        .filter(vector -> vector.claims().length() < 1_500)
        .map(vector -> (vector.header() + "\n" + vector.claims()).getBytes(UTF_8));
  }

  @MethodSource("seeds")
  @FuzzTest
  void verify_anyHeaderAndClaims_asTheReferenceReads(byte[] bytes) {
    int line = 0;
    while (line < bytes.length && bytes[line] != '\n') {
      line++;
    }
    byte[] header = Arrays.copyOf(bytes, line);
    byte[] claims = Arrays.copyOfRange(bytes, Math.min(line + 1, bytes.length), bytes.length);
    String text = Signed.hs256(header, claims, Signed.SECRET);
    Optional<ExpectedToken> read = TOKENS.read(text).filter(token -> isOurs(header));
    assertThat(TOKENS.verify(text)).isEqualTo(read);
  }

  /** The reference looks at no keys: this is the one that there is, and its one algorithm. */
  private static boolean isOurs(byte[] header) {
    return ReferenceToken.text(header, "alg").equals("HS256")
        && ReferenceToken.text(header, "kid").equals("s1");
  }
}
