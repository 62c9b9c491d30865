package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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

  private final AtomicLong nanos = new AtomicLong();
  private KeyServer server;
  private RemoteKeys keys;
  private TokenVerifier verifier;

  @BeforeEach
  void start() throws IOException {
    server = new KeyServer(EdKey.set(OLD));
    keys = RemoteKeys.builder(server.address()).build(nanos::get);
    verifier = verifier(keys);
  }

  private static TokenVerifier verifier(RemoteKeys keys) {
    return TokenVerifier.builder()
        .acceptTokensThatWereRevoked()
        .issuer("https://tokens.example.com")
        .audience("control-api")
        .withoutClockSkew()
        .keys(keys)
        .keepSeenTokens(8)
        .build();
  }

  @AfterEach
  void stop() {
    keys.close();
    server.close();
  }

  /** What the last rejection said of when to try again. */
  private volatile int retry;

  /** Returns {@code ok}, or the fault's code. */
  private String answer(String token, Duration afterStart) {
    nanos.set(afterStart.toNanos());
    return answer(token, START.plus(afterStart));
  }

  private String answer(String token, Instant now) {
    return answerAt(token, now.toEpochMilli());
  }

  private String answerAt(String token, long millis) {
    try {
      verifier.verify("Bearer " + token, millis);
      return "ok";
    } catch (TokenRejected e) {
      retry = e.retrySeconds();
      return e.fault().code();
    }
  }

  private String answer(String token, long secondsAfterStart) {
    return answer(token, Duration.ofSeconds(secondsAfterStart));
  }

  @Test
  void verify_textsWithoutTheFormOfAToken_nothingIsFetched() {
    assertThat(answer("", 0)).isEqualTo("not-bearer");
    assertThat(answer("x.y.z", 0)).isEqualTo("not-base64url");
    assertThat(answer(OLD_TOKEN.replaceFirst("^[^.]*", "e30"), 0)).isEqualTo("algorithm");
    assertThat(server.requests()).isZero();
    assertThat(keys.problem()).isEmpty();
  }

  @Test
  void verify_twice_fetchedOnce() {
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("ok");
    assertThat(answer(OLD.token("jti", "\"v-2\"", "exp", A_DAY), 1)).isEqualTo("ok");
    assertThat(answer(OLD_TOKEN, 239)).isEqualTo("ok");
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
  void verify_manyUnknownKeys_fetchedOnceInFifteenSeconds() {
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("ok");
    assertThat(answer(NEW_TOKEN, 1)).isEqualTo("unknown-key");
    for (int second = 1; second < 16; second++) {
      assertThat(answer(NEW_TOKEN, second)).isEqualTo("key-not-looked-for");
      assertThat(retry).isEqualTo(16 - second);
    }
    assertThat(server.requests()).isEqualTo(2);
    assertThat(answer(NEW_TOKEN, 16)).isEqualTo("unknown-key");
    assertThat(server.requests()).isEqualTo(3);
  }

  @Test
  void verify_manyUnknownKeysAndARemovedOne_regularFetchIsMade() {
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("ok");
    assertThat(answer(NEW_TOKEN, 299)).isEqualTo("unknown-key");
    server.publish(EdKey.set(NEW));
    assertThat(answer(OLD_TOKEN, 600)).isEqualTo("unknown-key");
  }

  @Test
  void verify_keysNeverFetched_unavailableAndTriedEveryFiveSeconds() {
    server.fail(500);
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("keys-unavailable");
    assertThat(keys.problem()).contains("the answer has status 500");
    assertThat(answer(OLD_TOKEN, 4)).isEqualTo("keys-unavailable");
    assertThat(server.requests()).isEqualTo(1);
    server.publish(EdKey.set(OLD));
    assertThat(answer(OLD_TOKEN, 5)).isEqualTo("ok");
    assertThat(keys.problem()).isEmpty();
  }

  @Test
  void verify_outage_toleratedUntilAnHourIsOverAndNotAMomentAfterItsEnd() {
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("ok");
    server.fail(500);
    for (int minute = 5; minute < 60; minute += 5) {
      assertThat(answer(OLD_TOKEN, minute * 60L)).isEqualTo("ok");
    }
    assertThat(answer(OLD_TOKEN, Duration.ofHours(1))).isEqualTo("keys-unavailable");
    server.publish(EdKey.set(OLD));
    assertThat(answer(OLD_TOKEN, Duration.ofHours(1).plusSeconds(5))).isEqualTo("ok");
  }

  @Test
  void verify_outage_aMillisecondBeforeTheHourIsOver_tolerated() {
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("ok");
    server.fail(500);
    assertThat(answer(OLD_TOKEN, Duration.ofHours(1).minusMillis(1))).isEqualTo("ok");
  }

  @Test
  void verify_outageWhileKeysAreRotated_unavailableUntilTheKeyIsFetched() {
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("ok");
    server.fail(500);
    assertThat(answer(NEW_TOKEN, 1)).isEqualTo("key-not-looked-for");
    assertThat(retry).isEqualTo(5);
    assertThat(answer(OLD_TOKEN, 1)).isEqualTo("ok");
    server.publish(EdKey.set(OLD, NEW));
    assertThat(answer(NEW_TOKEN, 5)).isEqualTo("key-not-looked-for");
    assertThat(answer(NEW_TOKEN, 6)).isEqualTo("ok");
    assertThat(server.requests()).isEqualTo(3);
  }

  /** A stranger's token that no key makes good has nothing fetched, and is not told to wait. */
  @Test
  void verify_unknownKeyOfATokenThatIsGoodUnderNone_nothingIsFetched() {
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("ok");
    assertThat(answer(NEW.token("exp", String.valueOf(Claim.ISSUED + 1)), 1))
        .isEqualTo("unknown-key");
    assertThat(answer(NEW.token("exp", A_DAY, "aud", "\"x\""), 1)).isEqualTo("unknown-key");
    assertThat(answer(NEW.token("exp", A_DAY, "iss", "\"x\""), 1)).isEqualTo("unknown-key");
    assertThat(server.requests()).isEqualTo(1);
  }

  /** The machine may be busy. */
  private void beingPatient() {
    keys.close();
    keys = RemoteKeys.builder(server.address()).timeout(Duration.ofSeconds(15)).build(nanos::get);
    verifier = verifier(keys);
  }

  /** A rotation: many good tokens of the new key come at once. */
  @Test
  void verify_keyAddedMeanwhile_sixteenWaitAndTheOthersAreAnsweredAtOnce() throws Exception {
    beingPatient();
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("ok");
    server.publish(EdKey.set(OLD, NEW));
    CountDownLatch release = new CountDownLatch(1);
    server.beforeBody(release);
    int tokens = KeySearch.MOST_WAITING + 4;
    ExecutorService threads = Executors.newFixedThreadPool(tokens);
    try {
      CompletionService<String> answers = new ExecutorCompletionService<>(threads);
      for (int i = 0; i < tokens; i++) {
        answers.submit(() -> answer(NEW_TOKEN, START));
      }
      for (int i = KeySearch.MOST_WAITING; i < tokens; i++) {
        assertThat(answers.take().get()).isEqualTo("key-not-looked-for");
      }
      release.countDown();
      for (int i = 0; i < KeySearch.MOST_WAITING; i++) {
        assertThat(answers.take().get()).isEqualTo("ok");
      }
    } finally {
      release.countDown();
      threads.shutdownNow();
    }
    assertThat(server.requests()).isEqualTo(2);
  }

  /** What was read before a token came may lack its key for that reason alone. */
  @Test
  void verify_fetchThatBeganBeforeTheTokenCame_isFollowedByAnother() throws Exception {
    beingPatient();
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("ok");
    CountDownLatch release = new CountDownLatch(1);
    server.beforeBody(release);
    assertThat(answer(OLD_TOKEN, 240)).isEqualTo("ok");
    while (server.requests() < 2) {
      Thread.onSpinWait();
    }
    nanos.set(Duration.ofSeconds(241).toNanos());
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<String> answer = thread.submit(() -> answer(NEW_TOKEN, START.plusSeconds(241)));
      server.publish(EdKey.set(OLD, NEW));
      release.countDown();
      assertThat(answer.get()).isEqualTo("ok");
    } finally {
      release.countDown();
      thread.shutdownNow();
    }
    assertThat(server.requests()).isEqualTo(3);
  }

  @Test
  void verify_keyRemoved_goneAfterFiveMinutesForTokensSeenBeforeToo() {
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("ok");
    server.publish(EdKey.set(NEW));
    assertThat(answer(OLD_TOKEN, 239)).isEqualTo("ok");
    assertThat(answer(OLD_TOKEN, 300)).isEqualTo("unknown-key");
  }

  @Test
  void verify_timesOfTokensForthAndBack_ageOfTheKeysIsNotTheirs() {
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("ok");
    assertThat(answerAt(OLD_TOKEN, Long.MAX_VALUE)).isEqualTo("expired");
    assertThat(answerAt(OLD_TOKEN, Long.MIN_VALUE)).isEqualTo("issued-later");
    assertThat(server.requests()).isEqualTo(1);
    server.publish(EdKey.set(NEW));
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
    assertThat(keys.problem())
        .contains("key 1: a secret is published at an address, so it is none");
  }

  @Test
  void verify_moreBytesThanASetMayHave_refused() {
    String set = EdKey.set(OLD);
    server.publish(set + " ".repeat(KeySet.MOST_BYTES - set.length()));
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("ok");
    server.publish(set + " ".repeat(KeySet.MOST_BYTES - set.length() + 1));
    assertThat(answer(NEW_TOKEN, 1)).isEqualTo("key-not-looked-for");
    assertThat(keys.problem()).contains("no answer");
  }

  @Test
  void verify_redirection_notFollowed() {
    server.fail(302);
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("keys-unavailable");
    assertThat(keys.problem()).contains("the answer has status 302");
  }

  @Test
  void verify_addressThatDoesNotEnd_isWaitedForNoLongerThanTheTimeout() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    server.beforeBody(release);
    RemoteKeys impatient =
        RemoteKeys.builder(server.address()).timeout(Duration.ofMillis(50)).build(nanos::get);
    verifier = verifier(impatient);
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("keys-unavailable");
    assertThat(impatient.problem()).contains("no answer in time");
    release.countDown();
  }

  @Test
  void keys_fetchedAgainAndTheSame_stayTheSameObject() throws Exception {
    KeySet first = keys.keys();
    nanos.set(Duration.ofMinutes(5).toNanos());
    KeySet second = keys.keys();
    assertThat(server.requests()).isEqualTo(2);
    assertThat(second).isSameAs(first);
  }

  @Test
  void keys_fourMinutesOld_fetchedInTheBackground() throws Exception {
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("ok");
    CountDownLatch fetched = new CountDownLatch(1);
    server.onRequest(fetched::countDown);
    assertThat(answer(OLD_TOKEN, 240)).isEqualTo("ok");
    assertThat(fetched.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(server.requests()).isEqualTo(2);
  }

  @Test
  void close_keysThatAreThere_canBeUsedUntilTheyAreTooOld() {
    assertThat(answer(OLD_TOKEN, 0)).isEqualTo("ok");
    keys.close();
    assertThat(answer(OLD_TOKEN, 270)).isEqualTo("ok");
    assertThat(answer(OLD_TOKEN, 600)).isEqualTo("ok");
    assertThat(answer(NEW_TOKEN, 601)).isEqualTo("key-not-looked-for");
    assertThat(answer(OLD_TOKEN, 3_600)).isEqualTo("keys-unavailable");
    assertThat(server.requests()).isEqualTo(1);
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
  void builder_addressThatIsSafe_taken(String address) {
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
