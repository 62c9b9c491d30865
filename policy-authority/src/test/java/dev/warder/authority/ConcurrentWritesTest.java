package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.concurrent.Together;
import dev.warder.gate.revocation.Revocation.OfToken;
import dev.warder.gate.revocation.RevocationLog;
import dev.warder.gate.revocation.RevocationLog.Entry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Four threads write by two stores at once, as threads of two processes do. */
@ParameterizedClass
@EnumSource(Database.class)
class ConcurrentWritesTest extends WithStore {
  private static final int EACH = 50;
  private static final int ALL = 4 * EACH;

  ConcurrentWritesTest(Database database) {
    super(database);
  }

  private static Callable<Boolean> writer(Store store, int number) {
    return () -> {
      for (int i = 0; i < EACH; i++) {
        String name = number + "-" + i;
        store.write(
            rows -> {
              long ordinal = rows.tokens().nextOrdinal("a-1");
              rows.tokens().add(token("a-1", ordinal, Optional.empty()));
              rows.revocations().append(new OfToken("i", name));
              return rows.audit().append(CHAIN, event(number));
            });
      }
      return true;
    };
  }

  @Test
  void write_byFourThreadsOfTwoStores_noGapsAndNothingLost() throws Exception {
    addAccount("a-1");
    try (Store other = database.open(place);
        Together threads = new Together(4)) {
      threads.run(writer(store, 1), writer(store, 2), writer(other, 3), writer(other, 4));
    }
    assertThat(AuditCheck.verify(CHAIN, store).isIntact()).isTrue();
    assertThat(AuditCheck.verify(CHAIN, store).count()).isEqualTo(ALL);
    List<TokenRow> tokens = store.read(rows -> rows.tokens().page("a-1", 0, ALL + 1));
    assertThat(tokens)
        .extracting(TokenRow::ordinal)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, ALL).boxed().toList());
    assertLinked(store.revocations().read(1, ALL + 1));
  }

  private static void assertLinked(List<Entry> entries) {
    assertThat(entries).hasSize(ALL);
    assertThat(entries).extracting(Entry::revocation).doesNotHaveDuplicates();
    String link = RevocationLog.NO_LINK;
    for (Entry entry : entries) {
      link = RevocationLog.link(link, entry.position(), entry.revocation());
      assertThat(entry.link()).isEqualTo(link);
    }
  }
}
