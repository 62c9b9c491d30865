package dev.warder.gate.revocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.concurrent.Together;
import dev.warder.gate.revocation.Revocation.OfToken;
import dev.warder.gate.revocation.RevocationLog.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A log that several processes read and write. */
class FileRevocationLogConcurrencyTest extends WithLogFile {
  @Test
  void append_twoWritersAndTwoReaders_oneHistoryThatNobodySeesTorn() throws Exception {
    AtomicBoolean isOver = new AtomicBoolean();
    try (Together threads = new Together(4)) {
      threads.run(writer("a", isOver), writer("b", isOver), reader(isOver, 3), reader(isOver, 100));
    }
    List<Entry> all = log.read(1, 1_000);
    assertThat(all).hasSize(200);
    assertLinked(all);
    for (String name : List.of("a", "b")) {
      assertThat(all.stream().map(Entry::revocation).filter(r -> r.issuer().equals(name)))
          .containsExactlyElementsOf(
              java.util.stream.IntStream.range(0, 100)
                  .<Revocation>mapToObj(i -> new OfToken(name, "t-" + i))
                  .toList());
    }
  }

  private Callable<Boolean> writer(String name, AtomicBoolean isOver) {
    return () -> {
      try (FileRevocationLog writing = FileRevocationLog.open(file)) {
        for (int i = 0; i < 100; i++) {
          long position = writing.append(new OfToken(name, "t-" + i));
          assertThat(writing.read(position, 1).get(0).revocation())
              .isEqualTo(new OfToken(name, "t-" + i));
        }
        return true;
      } finally {
        isOver.set(true);
      }
    };
  }

  private Callable<Boolean> reader(AtomicBoolean isOver, int most) {
    return () -> {
      List<Entry> seen = new ArrayList<>();
      try (FileRevocationLog reading = FileRevocationLog.open(file)) {
        while (!isOver.get()) {
          seen.addAll(reading.read(seen.size() + 1L, most));
        }
      }
      assertLinked(seen);
      return true;
    };
  }
}
