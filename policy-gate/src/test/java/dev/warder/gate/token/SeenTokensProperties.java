package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.gate.revocation.RevocationAnswer;
import dev.warder.gate.revocation.TokenIdentity;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Whatever happened before, a verifier that keeps tokens answers as one that keeps none: tokens
 * asked for in any order, more than are kept; tampered ones; keys replaced and put back; tokens
 * revoked; the clock going forth and back.
 */
class SeenTokensProperties {
  private static final int KEYS = 3;
  private static final int TOKENS = 24;

  /**
   * Token i is of key i mod 3, expires 10 i seconds after its issue, and is value i of token i / 2.
   */
  private static final List<String> TEXTS =
      IntStream.range(0, TOKENS).mapToObj(SeenTokensProperties::token).toList();

  /** Every set of some of the keys. */
  private static final List<KeySet> KEY_SETS =
      IntStream.range(1, 1 << KEYS).mapToObj(SeenTokensProperties::keySet).toList();

  private static String token(int i) {
    String text =
        Signed.hs256(
            "{\"alg\":\"HS256\",\"kid\":\"s%d\",\"typ\":\"at+jwt\"}".formatted(i % KEYS),
            Claim.json(
                "jti",
                "\"v-" + i + "\"",
                "token_id",
                "\"t-" + i / 2 + "\"",
                "nbf",
                String.valueOf(Claim.ISSUED + i),
                "exp",
                String.valueOf(Claim.ISSUED + 10 + 10L * i)),
            Signed.SECRET);
    boolean isTampered = i % 8 == 7;
    return isTampered ? text.replaceFirst("\\..", ".f") : text;
  }

  private static KeySet keySet(int bits) {
    String keys =
        IntStream.range(0, KEYS)
            .filter(i -> (bits >> i & 1) == 1)
            .mapToObj(
                i ->
                    "{\"kty\":\"oct\",\"kid\":\"s%d\",\"alg\":\"HS256\",\"k\":\"%s\"}"
                        .formatted(i, Signed.SECRET))
            .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    try {
      return KeySet.parse(keys);
    } catch (InvalidKeySet e) {
      throw new AssertionError(e);
    }
  }

  /** What both verifiers share. */
  private static final class World {
    final ReplaceableKeys keys = new ReplaceableKeys(KEY_SETS.get(KEY_SETS.size() - 1));
    final Set<String> revoked = new HashSet<>();
    boolean isFresh = true;
    final CheckedBy revocations = new CheckedBy(this::check);
    Instant now = Instant.ofEpochSecond(Claim.ISSUED + 15);

    TokenVerifierBuilder verifier() {
      return TokenVerifier.builder()
          .issuer("https://tokens.example.com")
          .audience("control-api")
          .withoutClockSkew()
          .keys(keys)
          .revocations(revocations);
    }

    RevocationAnswer check(TokenIdentity token) {
      return !isFresh
          ? RevocationAnswer.UNKNOWN
          : isRevoked(token) ? RevocationAnswer.REVOKED : RevocationAnswer.CLEAR;
    }

    boolean isRevoked(TokenIdentity token) {
      return revoked.contains(token.tokenId()) || revoked.contains(token.valueId());
    }

    String answer(TokenVerifier verifier, String text) {
      try {
        AccessToken token = verifier.verify("Bearer " + text, now.toEpochMilli());
        return token.valueId() + " of " + token.tokenId();
      } catch (TokenRejected e) {
        return e.fault().code();
      }
    }
  }

  @Property(tries = 2_000)
  void verify_anyHistory_equalsAVerifierThatKeepsNothing(
      @ForAll @Size(min = 1, max = 120) List<@IntRange(min = 0, max = 9_999) Integer> steps) {
    World world = new World();
    TokenVerifier plain = world.verifier().build();
    TokenVerifier keeping = world.verifier().keepSeenTokens(16).build();
    for (int step : steps) {
      int argument = step / 10;
      switch (step % 10) {
        case 0 -> world.keys.replace(KEY_SETS.get(argument % KEY_SETS.size()));
        case 1 -> {
          world.revoked.add((argument % 2 == 0 ? "t-" : "v-") + argument / 2 % TOKENS);
          world.revocations.tell(world::isRevoked);
        }
        case 2 -> world.now = Instant.ofEpochSecond(Claim.ISSUED + argument % 260);
        default -> {
          String text = TEXTS.get(argument % TOKENS);
          assertThat(world.answer(keeping, text)).isEqualTo(world.answer(plain, text));
        }
      }
    }
  }

  /** A revocation is looked up until the answer is clear, and not after. */
  @Property(tries = 200)
  void verify_revocationsUnknownForAWhile_notAcceptedMeanwhile(
      @ForAll @IntRange(min = 0, max = 6) int token) {
    World world = new World();
    world.now = Instant.ofEpochSecond(Claim.ISSUED + token);
    TokenVerifier keeping = world.verifier().keepSeenTokens(16).build();
    world.isFresh = false;
    assertThat(world.answer(keeping, TEXTS.get(token))).isEqualTo("revocations-unavailable");
    assertThat(world.answer(keeping, TEXTS.get(token))).isEqualTo("revocations-unavailable");
    world.isFresh = true;
    assertThat(world.answer(keeping, TEXTS.get(token))).startsWith("v-" + token);
  }

  /** One letter changed anywhere: the text is another, so what is known of it is nothing. */
  @Property(tries = 2_000)
  void verify_textThatDiffersInOneLetter_neverAccepted(
      @ForAll @IntRange(min = 0, max = 9_999) int place,
      @ForAll @IntRange(min = 33, max = 126) int letter) {
    World world = new World();
    TokenVerifier keeping = world.verifier().keepSeenTokens(8).build();
    String text = TEXTS.get(1);
    assertThat(world.answer(keeping, text)).isEqualTo("v-1 of t-0");
    int at = place % text.length();
    String other = text.substring(0, at) + (char) letter + text.substring(at + 1);
    if (!other.equals(text)) {
      assertThat(world.answer(keeping, other)).doesNotContain(" of ");
    }
    assertThat(world.answer(keeping, text)).isEqualTo("v-1 of t-0");
  }
}
