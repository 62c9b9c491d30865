package dev.warder.benchmarks;

import dev.warder.engine.PolicyEngine;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import dev.warder.model.CatalogueWriter;
import dev.warder.model.InvalidCatalogue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * How long does it take to compile a catalogue, and to read it from YAML before?
 *
 * <pre>java -jar policy-benchmarks/target/benchmarks.jar CompileCatalogue</pre>
 */
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CompileCatalogue extends MeanTime {
  /** How many operations the catalogue has; 24 is the Control API. */
  @Param({"24", "1000", "10000"})
  public int operations;

  private Catalogue catalogue;
  private String yaml;

  /** Makes the catalogue, and checks that it is read as it was written. */
  @Setup
  public void prepare() throws InvalidCatalogue {
    catalogue = Catalogues.of(operations, new Random(1));
    yaml = CatalogueWriter.toYaml(catalogue);
    if (!read().fingerprint().equals(catalogue.fingerprint())) {
      throw new IllegalStateException("not read as written");
    }
  }

  /** Compiles the catalogue. */
  @Benchmark
  public PolicyEngine compile() {
    return PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller());
  }

  /** Reads the catalogue from YAML. */
  @Benchmark
  public Catalogue read() throws InvalidCatalogue {
    return CatalogueReader.parse("catalogue", yaml);
  }
}
