package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteKeysTest {
  private static final EdKey OLD = EdKey.make("old");
  private static final EdKey NEW = EdKey.make("new");
  private static final Instant START = Instant.ofEpochSecond(Claim.ISSUED);
  private static final String A_DAY = String.valueOf(Claim.ISSUED + 86_400);
  private static final String OLD_TOKEN = OLD.token("exp", A_DAY);
  private static final String NEW_TOKEN = NEW.token("exp", A_DAY);

  private KeyServer server;
  private RemoteKeys keys;
  private TokenVerifier verifier;

  @BeforeEach
  void start() throws IOException {
    server = new KeyServer(EdKey.set(OLD));
    keys = RemoteKeys.builder(server.address()).build();
    verifier =
        TokenVerifier.builder()
            .issuer("https://tokens.example.com")
            .audience("control-api")
            .withoutClockSkew()
            .keys(keys)
            .keepSeenTokens(8)
            .build();
  }

  @AfterEach
  void stop() throws IOException {
    keys.close();
    server.close();
  }

  /** Returns {@code ok}, or the fault's code. */
  private String answer(String token, Duration afterStart) {
    try {
      verifier.verify(token, START.plus(afterStart));
      return "ok";
    } catch (TokenRejected e) {
      return e.fault().code();
    }
  }

  private String answer(String token, long secondsAfterStart) {
    return answer(token, Duration.ofSeconds(secondsAfterStart));
  }

  @Test
  void keys_neverAskedFor_nothingIsFetched() {
    assertThat(server.requests()).isZero();
    assertThat(keys.problem()).isEmpty();
  }

  @Test
  void verify_twice_fetchedOnce() {
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("ok");
    assertThat(answer(OLD.token("jti", "\"v-2\"", "exp", A_DAY), 1)).isEqualTo("ok");
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void verify_keyAddedMeanwhile_fetchedAtOnce() {
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("ok");
    server.publish(EdKey.set(OLD, NEW));
    assertThat(answer(NEW_TOKEN, 1)).isEqualTo("ok");
    assertThat(server.requests()).isEqualTo(2);
  }

  @Test
  void verify_manyUnknownKeys_fetchedTwiceInHalfAMinute() {
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("ok");
    for (int second = 1; second < 30; second++) {
      assertThat(answer(NEW_TOKEN, second)).isEqualTo("unknown-key");
    }
    assertThat(server.requests()).isEqualTo(2);
    assertThat(answer(OLD_TOKEN, 29)).isEqualTo("ok");
    assertThat(answer(NEW_TOKEN, 30)).isEqualTo("unknown-key");
    assertThat(server.requests()).isEqualTo(3);
  }

  @Test
  void verify_unknownKeysUseUpTheFetches_knownOnesStayGood() {
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("ok");
    assertThat(answer(NEW_TOKEN, 299)).isEqualTo("unknown-key");
    assertThat(answer(NEW_TOKEN, 299)).isEqualTo("unknown-key");
    assertThat(answer(OLD_TOKEN, 300)).isEqualTo("ok");
  }

  @Test
  void verify_keysNeverFetched_unavailable() {
    server.fail();
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("keys-unavailable");
    assertThat(keys.problem()).isPresent();
    server.publish(EdKey.set(OLD));
    assertThat(answer(OLD_TOKEN, 30)).isEqualTo("ok");
    assertThat(keys.problem()).isEmpty();
  }

  @Test
  void verify_outage_toleratedUntilAnHourIsOver() {
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("ok");
    server.fail();
    for (int minute = 5; minute < 60; minute += 5) {
      assertThat(answer(OLD_TOKEN, minute * 60L)).isEqualTo("ok");
    }
    assertThat(answer(OLD_TOKEN, Duration.ofHours(1))).isEqualTo("keys-unavailable");
    server.publish(EdKey.set(OLD));
    assertThat(answer(OLD_TOKEN, Duration.ofHours(2))).isEqualTo("ok");
  }

  @Test
  void verify_outage_aMillisecondBeforeTheHourIsOver_tolerated() {
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("ok");
    server.fail();
    assertThat(answer(OLD_TOKEN, Duration.ofHours(1).minusMillis(1))).isEqualTo("ok");
  }

  @Test
  void verify_outage_unknownKeyIsInvalidNotUnavailable() {
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("ok");
    server.fail();
    assertThat(answer(NEW_TOKEN, 1)).isEqualTo("unknown-key");
  }

  @Test
  void verify_keyRemoved_goneAfterFiveMinutesForTokensSeenBeforeToo() {
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("ok");
    server.publish(EdKey.set(NEW));
    assertThat(answer(OLD_TOKEN, 239)).isEqualTo("ok");
    assertThat(answer(OLD_TOKEN, 300)).isEqualTo("unknown-key");
  }

  @Test
  void verify_setPublishedThatIsNone_lastGoodOneStays() {
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("ok");
    server.publish("{\"keys\":[]}");
    assertThat(answer(OLD_TOKEN, 300)).isEqualTo("ok");
    assertThat(keys.problem())
        .contains("`keys` is not a list of 1 to 1000 keys (RFC 7517, section 5)");
  }

  @Test
  void verify_secretPublished_refused() {
    server.publish(
        "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"s1\",\"alg\":\"HS256\",\"k\":\"%s\"}]}"
            .formatted(Signed.SECRET));
    assertThat(answer(Signed.hs256(), 0)).isEqualTo("keys-unavailable");
    assertThat(keys.problem()).contains("a secret is published at an address, so it is none");
  }

  @Test
  void verify_moreBytesThanASetMayHave_refused() {
    server.publish(EdKey.set(OLD) + " ".repeat(KeySet.MOST_BYTES));
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("keys-unavailable");
  }

  @Test
  void keys_fetchedAgainAndTheSame_stayTheSameObject() throws Exception {
    KeySet first = keys.keys(START.toEpochMilli());
    KeySet second = keys.keys(START.toEpochMilli() + 300_000);
    assertThat(server.requests()).isEqualTo(2);
    assertThat(second).isSameAs(first);
  }

  @Test
  void keys_fourMinutesOld_fetchedInTheBackground() throws Exception {
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("ok");
    CountDownLatch fetched = new CountDownLatch(1);
    server.onRequest(fetched::countDown);
    assertThat(answer(OLD_TOKEN, 241)).isEqualTo("ok");
    assertThat(fetched.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(server.requests()).isEqualTo(2);
  }

  @Test
  void close_keysThatAreThere_canStillBeUsed() throws IOException {
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("ok");
    keys.close();
    assertThat(answer(OLD_TOKEN, 1)).isEqualTo("ok");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://issuer.example/keys.json",
        "http://127.0.0.1.issuer.example/keys.json",
        "ftp://127.0.0.1/keys.json",
        "file:///keys.json",
        "keys.json",
        "https:///keys.json"
      })
  void builder_addressThatOthersCouldAnswer_refused(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RemoteKeys.builder(URI.create(address)))
        .withMessageContaining(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://issuer.example/keys.json",
        "http://localhost:8080/keys.json",
        "http://127.0.0.1/keys.json",
        "http://[::1]/keys.json"
      })
  void builder_addressThatIsSafe_taken(String address) throws IOException {
    RemoteKeys.builder(URI.create(address)).build().close();
  }

  @Test
  void builder_boundsOfDurations_pinned() {
    RemoteKeysBuilder builder = RemoteKeys.builder(server.address());
    builder.outageTolerance(Duration.ofMinutes(5)).timeout(Duration.ofMillis(1));
    builder.timeout(Duration.ofSeconds(15));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.outageTolerance(Duration.ofMinutes(5).minusNanos(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.timeout(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.timeout(Duration.ofSeconds(15).plusNanos(1)));
  }
}
