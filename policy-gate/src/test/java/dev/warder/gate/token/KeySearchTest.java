package dev.warder.gate.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeySearchTest {
  private static final EdKey OLD = EdKey.make("old");
  private static final EdKey NEW = EdKey.make("new");
  private static final Duration BETWEEN = Duration.ofSeconds(15);

  /** Keys that are published, and read at once or not at all. */
  private static final class Published implements KeySearch.Source {
    private final AtomicLong nanos = new AtomicLong();
    private KeySet published = parse(EdKey.set(OLD));
    private KeySearch.Reading last = new KeySearch.Reading(published, -1);
    private boolean isDown;
    private int readings;

    private static KeySet parse(String json) {
      try {
        return KeySet.parse(json);
      } catch (InvalidKeySet e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public KeySearch.Reading last() {
      return last;
    }

    @Override
    public @Nullable CompletableFuture<Boolean> underway() {
      return null;
    }

    @Override
    public CompletableFuture<Boolean> begin() {
      readings++;
      if (!isDown) {
        last = new KeySearch.Reading(published, nanos.get());
      }
      return CompletableFuture.completedFuture(!isDown);
    }

    KeySearch search() {
      return new KeySearch(this, BETWEEN, nanos::get);
    }
  }

  private static String find(KeySearch search, String id) {
    try {
      return search.find(id).has(id) ? "found" : "unknown";
    } catch (TokenRejected e) {
      assertThat(e.fault()).isEqualTo(TokenFault.KEY_NOT_LOOKED_FOR);
      return "in " + e.retrySeconds();
    }
  }

  @Test
  void find_unknownKey_afterAReadingThatBeganLater_andThenByThePace() {
    Published source = new Published();
    KeySearch search = source.search();
    assertThat(find(search, "new")).isEqualTo("unknown");
    assertThat(find(search, "new")).isEqualTo("in 15");
    source.nanos.set(BETWEEN.toNanos() - 1);
    assertThat(find(search, "new")).isEqualTo("in 1");
    source.nanos.set(BETWEEN.toNanos());
    source.published = Published.parse(EdKey.set(OLD, NEW));
    assertThat(find(search, "new")).isEqualTo("found");
    assertThat(source.readings).isEqualTo(2);
  }

  @Test
  void find_readingFails_triedAgainAfterFiveSeconds() {
    Published source = new Published();
    KeySearch search = source.search();
    source.isDown = true;
    assertThat(find(search, "new")).isEqualTo("in 5");
    source.nanos.set(Duration.ofSeconds(5).toNanos());
    source.isDown = false;
    assertThat(find(search, "new")).isEqualTo("unknown");
    assertThat(source.readings).isEqualTo(2);
  }

  /**
   * Whatever is rotated, fails and is asked: a key that is published is never unknown, and the
   * readings keep their pace.
   */
  @Property
  void find_anyEvents_noPublishedKeyIsUnknown(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 5) Integer> events) {
    Published source = new Published();
    KeySearch search = source.search();
    boolean isRotated = false;
    long lastReading = Long.MIN_VALUE;
    for (int event : events) {
      switch (event) {
        case 0 -> source.nanos.addAndGet(Duration.ofSeconds(4).toNanos());
        case 1 -> {
          source.published = Published.parse(EdKey.set(OLD, NEW));
          isRotated = true;
        }
        case 2 -> source.isDown = !source.isDown;
        default -> {
          int before = source.readings;
          String answer = find(search, event == 3 ? "new" : "none");
          if (event == 3 && isRotated) {
            assertThat(answer).isNotEqualTo("unknown");
          }
          if (event != 3) {
            assertThat(answer).isNotEqualTo("found");
          }
          if (source.readings > before) {
            assertThat(source.readings).isEqualTo(before + 1);
            if (lastReading != Long.MIN_VALUE) {
              assertThat(source.nanos.get() - lastReading)
                  .isGreaterThanOrEqualTo(Duration.ofSeconds(5).toNanos());
            }
            lastReading = source.nanos.get();
          }
        }
      }
    }
  }
}
