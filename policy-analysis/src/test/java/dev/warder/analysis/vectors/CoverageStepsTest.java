package dev.warder.analysis.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.engine.Reason;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.Operation;
import dev.warder.model.Requires;
import java.util.ArrayList;
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

  /** Returns the steps that it takes of a token that names all of so many capabilities. */
  private static NeededCapabilities ofAll(CatalogueBuilder builder, int capabilities)
      throws Exception {
    Catalogue catalogue = builder.build();
    return new NeededCapabilities(catalogue, raws(capabilities), catalogue.operations());
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

  /** Each gives itself and the one that is required, which is looked at once. */
  @Test
  void needed_manyThatImplyWhatIsRequired_takesTwoStepsForEach() throws Exception {
    NeededCapabilities some = ofAll(allImplyOne(10_000), 10_000);
    assertThat(some.needed()).isEmpty();
    assertThat(some.steps()).isEqualTo(2 * 10_000 + 1);
  }

  @Test
  void needed_manyAlternatives_takesAStepForEachCapabilityOfThem() throws Exception {
    CatalogueBuilder builder = builder();
    raws(1_024 * 8).forEach(raw -> builder.capability(raw, c -> c.label(raw).category("all")));
    List<Requires.All> any = new ArrayList<>();
    for (int i = 0; i < 1_024; i++) {
      any.add(Requires.all(raws(1_024 * 8).subList(8 * i, 8 * i + 8)));
    }
    builder.operation("o", o -> o.at("GET", "/o").summary("O").requires(Requires.any(any)));
    NeededCapabilities all = ofAll(builder, 1_024 * 8);
    assertThat(all.needed()).isEmpty();
    assertThat(all.steps()).isEqualTo(2 * 1_024 * 8);
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
