package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys at an address: when they are fetched, how long they are good, and what is no set. */
class RemoteKeysTest {
  private static final EdKey OLD = RemoteVerifier.OLD;
  private static final EdKey NEW = RemoteVerifier.NEW;
  private static final String OLD_TOKEN = RemoteVerifier.OLD_TOKEN;
  private static final String NEW_TOKEN = RemoteVerifier.NEW_TOKEN;

  private RemoteVerifier remote;

  @BeforeEach
  void start() throws IOException {
    remote = new RemoteVerifier();
  }

  @AfterEach
  void stop() {
    remote.close();
  }

  @Test
  void verify_textsWithoutTheFormOfAToken_nothingIsFetched() {
    assertThat(remote.answer("", 0)).isEqualTo("not-bearer");
    assertThat(remote.answer("x.y.z", 0)).isEqualTo("not-base64url");
    assertThat(remote.answer(OLD_TOKEN.replaceFirst("^[^.]*", "e30"), 0)).isEqualTo("algorithm");
    assertThat(remote.server().requests()).isZero();
    assertThat(remote.keys().problem()).isEmpty();
  }

  @Test
  void verify_tokenThatWouldBeRefusedAnyway_nothingIsFetched() {
    long start = RemoteVerifier.START.getEpochSecond();
    String expired = OLD.token("iat", "" + (start - 1), "exp", "" + start);
    assertThat(remote.answer(expired, 0)).isEqualTo("expired");
    assertThat(remote.server().requests()).isZero();
    assertThat(remote.answer(OLD_TOKEN, 0)).isEqualTo("ok");
    assertThat(remote.answer(expired, 360)).isEqualTo("unknown-key");
    assertThat(remote.server().requests()).isEqualTo(1);
  }

  @Test
  void verify_textThatIsNoToken_keepsNoKeysFresh() throws Exception {
    assertThat(remote.answer(OLD_TOKEN, 0)).isEqualTo("ok");
    CountDownLatch fetched = new CountDownLatch(1);
    remote.server().onRequest(fetched::countDown);
    assertThat(remote.answer("x", 270)).isEqualTo("not-compact");
    assertThat(remote.keys().isReading()).isFalse();
    assertThat(remote.answer(OLD_TOKEN, 280)).isEqualTo("ok");
    assertThat(fetched.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(remote.server().requests()).isEqualTo(2);
  }

  @Test
  void verify_keysHang_sixteenWaitAndAllOthersAreAnswered() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    remote.setTimeout(Duration.ofSeconds(15));
    remote.server().beforeBody(latch);
    ExecutorService threads = Executors.newFixedThreadPool(17);
    try {
      CompletionService<String> answers = new ExecutorCompletionService<>(threads);
      for (int i = 0; i < 17; i++) {
        Future<String> unused = answers.submit(() -> remote.answer(OLD_TOKEN, 0));
      }
      assertThat(answers.take().get()).isEqualTo("keys-unavailable");
      latch.countDown();
      for (int i = 0; i < 16; i++) {
        assertThat(answers.take().get()).isEqualTo("ok");
      }
      assertThat(remote.server().requests()).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void verify_addressFails_allReadingsHaveOnePace() {
    assertThat(remote.answer(OLD_TOKEN, 0)).isEqualTo("ok");
    remote.server().fail(500);
    assertThat(remote.answer(OLD_TOKEN, 360)).isEqualTo("ok");
    assertThat(remote.server().requests()).isEqualTo(2);
    assertThat(remote.answer(NEW_TOKEN, 364)).isEqualTo("key-not-looked-for");
    assertThat(remote.server().requests()).isEqualTo(2);
    assertThat(remote.answer(NEW_TOKEN, 370)).isEqualTo("key-not-looked-for");
    assertThat(remote.answer(OLD_TOKEN, 374)).isEqualTo("ok");
    assertThat(remote.server().requests()).isEqualTo(3);
  }

  @Test
  void verify_twice_fetchedOnce() {
    assertThat(remote.answer(OLD_TOKEN, 0)).isEqualTo("ok");
    assertThat(remote.answer(OLD.token("jti", "\"v-2\"", "exp", RemoteVerifier.A_DAY), 1))
        .isEqualTo("ok");
    assertThat(remote.answer(OLD_TOKEN, 239)).isEqualTo("ok");
    assertThat(remote.server().requests()).isEqualTo(1);
  }

  @Test
  void verify_keysNeverFetched_unavailableAndTriedEveryFiveSeconds() {
    remote.server().fail(500);
    assertThat(remote.answer(OLD_TOKEN, 0)).isEqualTo("keys-unavailable");
    assertThat(remote.keys().problem()).contains("the answer has status 500");
    assertThat(remote.answer(OLD_TOKEN, 4)).isEqualTo("keys-unavailable");
    assertThat(remote.server().requests()).isEqualTo(1);
    remote.server().publish(EdKey.set(OLD));
    assertThat(remote.answer(OLD_TOKEN, 5)).isEqualTo("ok");
    assertThat(remote.keys().problem()).isEmpty();
  }

  @Test
  void verify_outage_toleratedUntilAnHourIsOverAndNotAMomentAfterItsEnd() {
    assertThat(remote.answer(OLD_TOKEN, 0)).isEqualTo("ok");
    remote.server().fail(500);
    for (int minute = 5; minute < 60; minute += 5) {
      assertThat(remote.answer(OLD_TOKEN, minute * 60L)).isEqualTo("ok");
    }
    assertThat(remote.answer(OLD_TOKEN, Duration.ofHours(1))).isEqualTo("keys-unavailable");
    remote.server().publish(EdKey.set(OLD));
    assertThat(remote.answer(OLD_TOKEN, Duration.ofHours(1).plusSeconds(5))).isEqualTo("ok");
  }

  @Test
  void verify_outage_aMillisecondBeforeTheHourIsOver_tolerated() {
    assertThat(remote.answer(OLD_TOKEN, 0)).isEqualTo("ok");
    remote.server().fail(500);
    assertThat(remote.answer(OLD_TOKEN, Duration.ofHours(1).minusMillis(1))).isEqualTo("ok");
  }

  @Test
  void verify_timesOfTokensForthAndBack_ageOfTheKeysIsNotTheirs() {
    assertThat(remote.answer(OLD_TOKEN, 0)).isEqualTo("ok");
    assertThat(remote.answerAt(OLD_TOKEN, Long.MAX_VALUE)).isEqualTo("expired");
    assertThat(remote.answerAt(OLD_TOKEN, Long.MIN_VALUE)).isEqualTo("issued-later");
    assertThat(remote.server().requests()).isEqualTo(1);
    remote.server().publish(EdKey.set(NEW));
    assertThat(remote.answer(OLD_TOKEN, 300)).isEqualTo("unknown-key");
  }

  @Test
  void verify_setPublishedThatIsNone_lastGoodOneStays() {
    assertThat(remote.answer(OLD_TOKEN, 0)).isEqualTo("ok");
    remote.server().publish("{\"keys\":[]}");
    assertThat(remote.answer(OLD_TOKEN, 300)).isEqualTo("ok");
    assertThat(remote.keys().problem())
        .contains("`keys` is not a list of 1 to 1000 keys (RFC 7517, section 5)");
  }

  @Test
  void verify_secretPublished_refused() {
    remote
        .server()
        .publish(
            "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"s1\",\"alg\":\"HS256\",\"k\":\"%s\"}]}"
                .formatted(Signed.SECRET));
    assertThat(remote.answer(Signed.hs256(), 0)).isEqualTo("keys-unavailable");
    assertThat(remote.keys().problem())
        .contains("key 1: a secret is published at an address, so it is none");
  }

  @Test
  void verify_moreBytesThanASetMayHave_refused() {
    String set = EdKey.set(OLD);
    remote.server().publish(set + " ".repeat(KeySet.MOST_BYTES - set.length()));
    assertThat(remote.answer(OLD_TOKEN, 0)).isEqualTo("ok");
    remote.server().publish(set + " ".repeat(KeySet.MOST_BYTES - set.length() + 1));
    assertThat(remote.answer(NEW_TOKEN, 1)).isEqualTo("key-not-looked-for");
    assertThat(remote.keys().problem()).contains("no answer");
  }

  @Test
  void verify_redirection_notFollowed() {
    remote.server().fail(302);
    assertThat(remote.answer(OLD_TOKEN, 0)).isEqualTo("keys-unavailable");
    assertThat(remote.keys().problem()).contains("the answer has status 302");
  }

  @Test
  void verify_addressThatDoesNotEnd_isWaitedForNoLongerThanTheTimeout() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    remote.server().beforeBody(release);
    remote.setTimeout(Duration.ofMillis(50));
    assertThat(remote.answer(OLD_TOKEN, 0)).isEqualTo("keys-unavailable");
    assertThat(remote.keys().problem()).contains("no answer in time");
    release.countDown();
  }

  @Test
  void keys_fetchedAgainAndTheSame_stayTheSameObject() throws Exception {
    KeySet first = remote.keys().keys();
    remote.setTime(Duration.ofMinutes(5));
    KeySet second = remote.keys().keys();
    assertThat(remote.server().requests()).isEqualTo(2);
    assertThat(second).isSameAs(first);
  }

  @Test
  void keys_fourMinutesOld_fetchedInTheBackground() throws Exception {
    assertThat(remote.answer(OLD_TOKEN, 0)).isEqualTo("ok");
    CountDownLatch fetched = new CountDownLatch(1);
    remote.server().onRequest(fetched::countDown);
    assertThat(remote.answer(OLD_TOKEN, 240)).isEqualTo("ok");
    assertThat(fetched.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(remote.server().requests()).isEqualTo(2);
  }

  @Test
  void close_keysThatAreThere_canBeUsedUntilTheyAreTooOld() {
    assertThat(remote.answer(OLD_TOKEN, 0)).isEqualTo("ok");
    remote.keys().close();
    assertThat(remote.answer(OLD_TOKEN, 270)).isEqualTo("ok");
    assertThat(remote.answer(OLD_TOKEN, 600)).isEqualTo("ok");
    assertThat(remote.answer(NEW_TOKEN, 601)).isEqualTo("key-not-looked-for");
    assertThat(remote.answer(OLD_TOKEN, 3_600)).isEqualTo("keys-unavailable");
    assertThat(remote.server().requests()).isEqualTo(1);
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
    RemoteKeysBuilder builder = RemoteKeys.builder(remote.server().address());
    builder.outageTolerance(Duration.ofMinutes(5)).timeout(Duration.ofMillis(1));
    builder.timeout(Duration.ofSeconds(15));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.outageTolerance(Duration.ofMinutes(5).minusNanos(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.timeout(Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.timeout(Duration.ofSeconds(15).plusNanos(1)));
  }
}
