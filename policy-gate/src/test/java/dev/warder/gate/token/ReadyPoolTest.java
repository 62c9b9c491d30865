package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadyPoolTest {
  private final AtomicInteger made = new AtomicInteger();

  private ReadyPool<Integer> pool() throws GeneralSecurityException {
    return new ReadyPool<>(made::incrementAndGet);
  }

  @Test
  void take_putBackBefore_theSame() throws Exception {
    ReadyPool<Integer> pool = pool();
    int first = pool.take();
    pool.putBack(first);
    assertThat(pool.take()).isEqualTo(first);
  }

  @Test
  void take_first_theOneMadeAtTheStart() throws Exception {
    ReadyPool<Integer> pool = pool();
    assertThat(made).hasValue(1);
    assertThat(pool.take()).isEqualTo(1);
  }

  @Test
  void take_takenAndNotPutBack_another() throws Exception {
    ReadyPool<Integer> pool = pool();
    pool.putBack(pool.take());
    int first = pool.take();
    assertThat(pool.take()).isNotEqualTo(first);
  }

  @Test
  void make_none_toldAtOnce() {
    assertThatExceptionOfType(NoSuchAlgorithmException.class)
        .isThrownBy(
            () ->
                new ReadyPool<>(
                    () -> {
                      throw new NoSuchAlgorithmException("none");
                    }));
  }
}
