package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys at an address while the issuer adds new ones and removes old ones. */
class RemoteKeysRotationTest {
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
  void verify_keyAddedMeanwhile_fetchedAtOnce() {
    assertThat(remote.answer(OLD_TOKEN, 0)).isEqualTo("ok");
    remote.server().publish(EdKey.set(OLD, NEW));
    assertThat(remote.answer(NEW_TOKEN, 1)).isEqualTo("ok");
    assertThat(remote.server().requests()).isEqualTo(2);
  }

  @Test
  void verify_manyUnknownKeys_fetchedOnceInFifteenSeconds() {
    assertThat(remote.answer(OLD_TOKEN, 0)).isEqualTo("ok");
    assertThat(remote.answer(NEW_TOKEN, 1)).isEqualTo("unknown-key");
    for (int second = 1; second < 16; second++) {
      assertThat(remote.answer(NEW_TOKEN, second)).isEqualTo("key-not-looked-for");
      assertThat(remote.retry()).isEqualTo(16 - second);
    }
    assertThat(remote.server().requests()).isEqualTo(2);
    assertThat(remote.answer(NEW_TOKEN, 16)).isEqualTo("unknown-key");
    assertThat(remote.server().requests()).isEqualTo(3);
  }

  @Test
  void verify_manyUnknownKeysAndARemovedOne_regularFetchIsMade() {
    assertThat(remote.answer(OLD_TOKEN, 0)).isEqualTo("ok");
    assertThat(remote.answer(NEW_TOKEN, 299)).isEqualTo("unknown-key");
    remote.server().publish(EdKey.set(NEW));
    assertThat(remote.answer(OLD_TOKEN, 600)).isEqualTo("unknown-key");
  }

  @Test
  void verify_outageWhileKeysAreRotated_unavailableUntilTheKeyIsFetched() {
    assertThat(remote.answer(OLD_TOKEN, 0)).isEqualTo("ok");
    remote.server().fail(500);
    assertThat(remote.answer(NEW_TOKEN, 1)).isEqualTo("key-not-looked-for");
    assertThat(remote.retry()).isEqualTo(5);
    assertThat(remote.answer(OLD_TOKEN, 1)).isEqualTo("ok");
    remote.server().publish(EdKey.set(OLD, NEW));
    assertThat(remote.answer(NEW_TOKEN, 5)).isEqualTo("key-not-looked-for");
    assertThat(remote.answer(NEW_TOKEN, 6)).isEqualTo("ok");
    assertThat(remote.server().requests()).isEqualTo(3);
  }

  /** A stranger's token that no key makes good has nothing fetched, and is not told to wait. */
  @Test
  void verify_unknownKeyOfATokenThatIsGoodUnderNone_nothingIsFetched() {
    assertThat(remote.answer(OLD_TOKEN, 0)).isEqualTo("ok");
    assertThat(remote.answer(NEW.token("exp", String.valueOf(Claim.ISSUED + 1)), 1))
        .isEqualTo("unknown-key");
    assertThat(remote.answer(NEW.token("exp", RemoteVerifier.A_DAY, "aud", "\"x\""), 1))
        .isEqualTo("unknown-key");
    assertThat(remote.answer(NEW.token("exp", RemoteVerifier.A_DAY, "iss", "\"x\""), 1))
        .isEqualTo("unknown-key");
    assertThat(remote.server().requests()).isEqualTo(1);
  }

  /** A rotation: many good tokens of the new key come at once. */
  @Test
  void verify_keyAddedMeanwhile_sixteenWaitAndTheOthersAreAnsweredAtOnce() throws Exception {
    remote.setTimeout(Duration.ofSeconds(15));
    assertThat(remote.answer(OLD_TOKEN, 0)).isEqualTo("ok");
    remote.server().publish(EdKey.set(OLD, NEW));
    CountDownLatch release = new CountDownLatch(1);
    remote.server().beforeBody(release);
    int tokens = KeySearch.MOST_WAITING + 4;
    ExecutorService threads = Executors.newFixedThreadPool(tokens);
    try {
      CompletionService<String> answers = new ExecutorCompletionService<>(threads);
      for (int i = 0; i < tokens; i++) {
        answers.submit(() -> remote.answer(NEW_TOKEN, RemoteVerifier.START));
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
    assertThat(remote.server().requests()).isEqualTo(2);
  }

  /** What was read before a token came may lack its key for that reason alone. */
  @Test
  void verify_fetchThatBeganBeforeTheTokenCame_isFollowedByAnother() throws Exception {
    remote.setTimeout(Duration.ofSeconds(15));
    assertThat(remote.answer(OLD_TOKEN, 0)).isEqualTo("ok");
    CountDownLatch release = new CountDownLatch(1);
    remote.server().beforeBody(release);
    assertThat(remote.answer(OLD_TOKEN, 240)).isEqualTo("ok");
    while (remote.server().requests() < 2) {
      Thread.onSpinWait();
    }
    remote.setTime(Duration.ofSeconds(241));
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<String> answer =
          thread.submit(() -> remote.answer(NEW_TOKEN, RemoteVerifier.START.plusSeconds(241)));
      remote.server().publish(EdKey.set(OLD, NEW));
      release.countDown();
      assertThat(answer.get()).isEqualTo("ok");
    } finally {
      release.countDown();
      thread.shutdownNow();
    }
    assertThat(remote.server().requests()).isEqualTo(3);
  }

  @Test
  void verify_keyRemoved_goneAfterFiveMinutesForTokensSeenBeforeToo() {
    assertThat(remote.answer(OLD_TOKEN, 0)).isEqualTo("ok");
    remote.server().publish(EdKey.set(NEW));
    assertThat(remote.answer(OLD_TOKEN, 239)).isEqualTo("ok");
    assertThat(remote.answer(OLD_TOKEN, 300)).isEqualTo("unknown-key");
  }
}
