package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OpenedPartsTest {
  private final List<String> closed = Collections.synchronizedList(new ArrayList<>());
  private final OpenedParts parts = new OpenedParts();

  private void add(String name) {
    parts.add(() -> closed.add(name));
  }

  private void addFailing(String name, Exception failure) {
    parts.add(
        () -> {
          closed.add(name);
          throw failure;
        });
  }

  @Test
  void close_severalParts_theLastOneFirst() {
    add("store");
    add("keys");
    add("gate");
    parts.close();
    assertThat(closed).containsExactly("gate", "keys", "store");
  }

  @Test
  void close_severalFail_allAreClosedAndTheFirstFailureIsThrown() {
    RuntimeException first = new IllegalArgumentException("first");
    RuntimeException second = new IllegalArgumentException("second");
    add("store");
    addFailing("keys", second);
    addFailing("gate", first);
    Throwable thrown = catchThrowable(parts::close);
    assertThat(closed).containsExactly("gate", "keys", "store");
    assertThat(thrown).isSameAs(first).hasSuppressedException(second);
  }

  @Test
  void close_oneFailsWithAnError_theOthersAreClosedAndTheErrorIsThrown() {
    add("store");
    parts.add(
        () -> {
          throw new NoClassDefFoundError("x");
        });
    assertThatExceptionOfType(NoClassDefFoundError.class).isThrownBy(parts::close);
    assertThat(closed).containsExactly("store");
  }

  @Test
  void close_aCheckedFailure_isTheCause() {
    IOException failure = new IOException("x");
    addFailing("store", failure);
    assertThatIllegalStateException().isThrownBy(parts::close).withCause(failure);
  }

  @Test
  void close_again_doesNothing() {
    addFailing("gate", new IllegalArgumentException("x"));
    assertThat(catchThrowable(parts::close)).hasMessage("x");
    parts.close();
    assertThat(closed).containsExactly("gate");
  }

  @Test
  void close_byManyAtOnce_eachPartOnceAndNobodyReturnsBefore() throws Exception {
    for (int i = 0; i < 1_000; i++) {
      parts.add(() -> closed.add("part"));
    }
    CountDownLatch begin = new CountDownLatch(1);
    List<Integer> closedAtReturn = Collections.synchronizedList(new ArrayList<>());
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  begin.await();
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
                parts.close();
                closedAtReturn.add(closed.size());
              });
      thread.start();
      threads.add(thread);
    }
    begin.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(closedAtReturn).containsExactly(1_000, 1_000, 1_000, 1_000);
  }
}
