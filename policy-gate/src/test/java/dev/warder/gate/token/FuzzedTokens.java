package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CharMatcher;
import dev.warder.gate.token.TokenVectorFile.ExpectedToken;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The verifiers that fuzzed texts are put to, and what has to hold whatever they answer. */
final class FuzzedTokens {
  private final TokenVectorFile file;
  private final TokenVerifier plain;
  private final TokenVerifier keeping;
  private final ReferenceToken reference;

  /** Makes verifiers of the keys, the issuer and the audience of a file of vectors. */
  FuzzedTokens(String name) {
    try {
      this.file = TokenVectorFile.read(name);
      this.plain = verifier().build();
      this.keeping = verifier().keepSeenTokens(64).build();
    } catch (IOException | InvalidKeySet e) {
      throw new AssertionError(e);
    }
    this.reference = new ReferenceToken(file.issuer(), file.audience(), file.now());
  }

  private TokenVerifierBuilder verifier() throws InvalidKeySet {
    return TokenVerifier.builder()
        .acceptTokensThatWereRevoked()
        .keys(KeySet.parse(file.keys().toString()))
        .issuer(file.issuer())
        .audience(file.audience())
        .withoutClockSkew()
        .acceptTokensThatNeverExpire();
  }

  List<TokenVectorFile.Vector> vectors() {
    return file.vectors();
  }

  /** Returns the tokens of the vectors that these verifiers accept. */
  Stream<String> accepted() {
    return file.vectors().stream().map(file::token).filter(text -> verify(text).isPresent());
  }

  /**
   * Returns what the verifiers accept, both the same and twice the same: one that keeps tokens and
   * one that does not. Nothing but a token or a rejection comes of any text.
   */
  Optional<ExpectedToken> verify(String text) {
    Optional<ExpectedToken> token = verify(plain, text);
    assertThat(verify(keeping, text)).isEqualTo(token);
    assertThat(verify(keeping, text)).isEqualTo(token);
    token.ifPresent(accepted -> assertThat(read(text)).contains(accepted));
    return token;
  }

  private Optional<ExpectedToken> verify(TokenVerifier verifier, String text) {
    try {
      return Optional.of(
          ExpectedToken.of(
              verifier.verify("Bearer " + text, Instant.ofEpochSecond(file.now()).toEpochMilli())));
    } catch (TokenRejected e) {
      return Optional.empty();
    }
  }

  /**
   * Returns what the reference reads in a text, and nothing where that is not its one spelling.
   * Spaces before the token are the field's.
   */
  Optional<ExpectedToken> read(String text) {
    String[] parts = withoutSpacesBefore(text).split("\\.", -1);
    return text.length() <= 8_192
            && parts.length == 3
            && Stream.of(parts).allMatch(this::isCanonical)
        ? reference.read(bytes(parts[0]), bytes(parts[1]))
        : Optional.empty();
  }

  static String withoutSpacesBefore(String text) {
    return CharMatcher.is(' ').trimLeadingFrom(text);
  }

  private boolean isCanonical(String part) {
    try {
      return !part.isEmpty() && Signed.base64(bytes(part)).equals(part);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] bytes(String part) {
    return Base64.getUrlDecoder().decode(part);
  }
}
