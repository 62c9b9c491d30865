package dev.warder.analysis.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.engine.Reason;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.Operation;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What it costs to tell what vectors touch. */
class CoverageStepsTest {
  private static CatalogueBuilder builder() {
    return Catalogue.builder("steps").version("1").title("Steps").category("all", "All");
  }

  private static List<String> raws(int count) {
    return IntStream.range(0, count).mapToObj(i -> "c" + i).toList();
  }

  private static CatalogueBuilder allImplyOne(int capabilities) {
    CatalogueBuilder builder =
        builder()
            .capability("one", c -> c.label("One").category("all"))
            .operation("o", o -> o.at("GET", "/o").summary("O").requiresAll("one"));
    raws(capabilities)
        .forEach(raw -> builder.capability(raw, c -> c.label(raw).category("all").implies("one")));
    return builder;
  }

  /** Counts how many elements are read. */
  private static final class CountingSet<T> extends HashSet<T> {
    private static final long serialVersionUID = 1L;

    private transient long read;

    @Override
    public Iterator<T> iterator() {
      read += size();
      return super.iterator();
    }
  }

  @Test
  void of_manyRuns_readsOnceWhatEachTouched() throws Exception {
    Catalogue catalogue = allImplyOne(100).build();
    VectorFileContent content =
        VectorFileParser.parse(
            "v.json",
            "{\"format\": 1, \"title\": \"T\", \"catalogue\": \"c.yaml\", \"vectors\": []}");
    CountingSet<Operation> operations = new CountingSet<>();
    operations.addAll(catalogue.operations());
    CountingSet<Capability> needed = new CountingSet<>();
    needed.addAll(catalogue.capabilities());
    CountingSet<Capability> missed = new CountingSet<>();
    CountingSet<Reason> reasons = new CountingSet<>();
    VectorRun run =
        new VectorRun(
            content, catalogue, List.of(), new Touched(operations, needed, missed, reasons));
    List<VectorRun> runs = IntStream.range(0, 1_000).mapToObj(i -> run).toList();
    assertThat(Coverage.of(runs).get(0).neverMissed()).hasSize(101);
    assertThat(operations.read).isEqualTo(1_000);
    assertThat(needed.read).isEqualTo(1_000 * 101);
    assertThat(missed.read + reasons.read).isZero();
  }
}
