package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.sun.management.ThreadMXBean;
import dev.warder.gate.revocation.RevocationAnswer;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeenTokensTest {
  private static final Instant NOW = Instant.ofEpochSecond(Claim.ISSUED);
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final AtomicInteger lookUps = new AtomicInteger();
  private final CheckedBy revocations =
      new CheckedBy(
          token -> {
            lookUps.incrementAndGet();
            return RevocationAnswer.CLEAR;
          });

  private TokenVerifier keeping(int tokens) throws Exception {
    return TokenVerifier.builder()
        .issuer("https://tokens.example.com")
        .audience("control-api")
        .keys(
            KeySet.parse(
                "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"s1\",\"alg\":\"HS256\",\"k\":\"%s\"}]}"
                    .formatted(Signed.SECRET)))
        .withoutClockSkew()
        .keepSeenTokens(tokens)
        .revocations(revocations)
        .build();
  }

  /** Returns tokens that differ in their value's id. */
  private static List<String> tokens(int count) {
    return IntStream.range(0, count).mapToObj(i -> Signed.hs256("jti", "\"v-" + i + "\"")).toList();
  }

  @Test
  void verify_seenBefore_sameTokenOfAnotherText() throws Exception {
    TokenVerifier verifier = keeping(8);
    AccessToken first = verifier.verify("Bearer " + Signed.hs256(), NOW.toEpochMilli());
    assertThat(verifier.verify("Bearer " + Signed.hs256(), NOW.toEpochMilli())).isSameAs(first);
    assertThat(lookUps).hasValue(1);
  }

  @Test
  void keepSeenTokens_eight_areAllKept() throws Exception {
    TokenVerifier verifier = keeping(8);
    verifyAll(verifier, tokens(8));
    verifyAll(verifier, tokens(8));
    assertThat(lookUps).hasValue(8);
  }

  @Test
  void keepSeenTokens_oneMoreThanThereIsPlace_oneIsGivenUp() throws Exception {
    TokenVerifier verifier = keeping(1);
    verifyAll(verifier, tokens(9));
    lookUps.set(0);
    verifier.verify("Bearer " + tokens(9).get(0), NOW.toEpochMilli());
    assertThat(lookUps).hasValue(1);
  }

  @Test
  void keepSeenTokens_threeQuartersFull_noneIsGivenUp() throws Exception {
    TokenVerifier verifier = keeping(4_096);
    verifyAll(verifier, tokens(3_072));
    verifyAll(verifier, tokens(3_072));
    assertThat(lookUps).hasValue(3_072);
  }

  @Test
  void keepSeenTokens_manyMore_neverMoreThanRoundedUp() throws Exception {
    TokenVerifier verifier = keeping(65);
    verifyAll(verifier, tokens(2_000));
    AtomicInteger kept = new AtomicInteger();
    revocations.tell(
        token -> {
          kept.incrementAndGet();
          return false;
        });
    assertThat(kept).hasValue(128);
  }

  @Test
  void keepSeenTokens_expiredOnes_giveUpTheirPlaceFirst() throws Exception {
    TokenVerifier verifier = keeping(8);
    List<String> lasting = tokens(7);
    verifyAll(verifier, lasting);
    verifier.verify(
        "Bearer " + Signed.hs256("jti", "\"x\"", "exp", String.valueOf(Claim.ISSUED + 1)),
        NOW.toEpochMilli());
    String late = Signed.hs256("jti", "\"y\"");
    verifier.verify("Bearer " + late, NOW.plusSeconds(1).toEpochMilli());
    lookUps.set(0);
    verifyAll(verifier, lasting);
    verifier.verify("Bearer " + late, NOW.toEpochMilli());
    assertThat(lookUps).hasValue(0);
  }

  @Test
  void revoked_thoseCovered_refusedAndOthersNot() throws Exception {
    TokenVerifier verifier = keeping(8);
    List<String> tokens = tokens(2);
    verifyAll(verifier, tokens);
    revocations.tell(token -> token.valueId().equals("v-0"));
    assertThat(fault(verifier, tokens.get(0))).isEqualTo(TokenFault.REVOKED);
    assertThat(verifier.verify("Bearer " + tokens.get(1), NOW.toEpochMilli()).valueId())
        .isEqualTo("v-1");
  }

  @Test
  void revoked_predicateThatThrows_marksThatAndGoesOn() throws Exception {
    TokenVerifier verifier = keeping(8);
    List<String> tokens = tokens(4);
    verifyAll(verifier, tokens);
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                revocations.tell(
                    token -> {
                      if (token.valueId().equals("v-1")) {
                        throw new IllegalStateException("no store");
                      }
                      return !token.valueId().equals("v-2");
                    }));
    assertThat(verifier.verify("Bearer " + tokens.get(2), NOW.toEpochMilli()).valueId())
        .isEqualTo("v-2");
    for (int revoked : new int[] {0, 1, 3}) {
      assertThat(fault(verifier, tokens.get(revoked))).isEqualTo(TokenFault.REVOKED);
    }
  }

  private static TokenFault fault(TokenVerifier verifier, String token) {
    try {
      throw new AssertionError(verifier.verify("Bearer " + token, NOW.toEpochMilli()));
    } catch (TokenRejected e) {
      return e.fault();
    }
  }

  @Test
  void verify_seenBefore_allocatesNothing() throws Exception {
    TokenVerifier verifier = keeping(8);
    String field = "Bearer " + Signed.hs256();
    verifyOften(verifier, field);
    long before = THREADS.getCurrentThreadAllocatedBytes();
    verifyOften(verifier, field);
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
  }

  private static void verifyOften(TokenVerifier verifier, String field) throws TokenRejected {
    for (int i = 0; i < 100_000; i++) {
      verifier.verify(field, NOW.toEpochMilli());
    }
  }

  private static void verifyAll(TokenVerifier verifier, List<String> tokens) throws TokenRejected {
    for (String token : tokens) {
      verifier.verify("Bearer " + token, NOW.toEpochMilli());
    }
  }
}
