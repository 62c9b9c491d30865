package dev.warder.benchmarks;

import dev.warder.engine.PolicyEngine;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.Catalogue;
import java.util.Random;

/**
 * How many bytes does a compiled operation take? The heap in use after a collection, with the
 * engine and without; the catalogue is there in both.
 *
 * <pre>
 * java -XX:+UseSerialGC -cp policy-benchmarks/target/benchmarks.jar \
 *     dev.warder.benchmarks.CompiledHeap
 * </pre>
 */
public final class CompiledHeap {
  private static final int COMPILED = 100_000;

  private CompiledHeap() {}

  /**
   * Prints a line for each size.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    for (int operations : new int[] {24, 1_000, 10_000}) {
      Catalogue catalogue = Catalogues.of(operations, new Random(1));
      PolicyEngine[] engines = new PolicyEngine[COMPILED / operations];
      // The first makes what belongs to classes and is made once.
      PolicyEngine first = PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller());
      long before = RevocationMemory.used();
      for (int i = 0; i < engines.length; i++) {
        engines[i] = PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller());
      }
      long bytes = (RevocationMemory.used() - before) / engines.length;
      System.out.printf(
          "%,d operations: %,d bytes, %d each%n", operations, bytes, bytes / operations);
      if (!first.catalogue().equals(engines[engines.length - 1].catalogue())) {
        throw new AssertionError();
      }
    }
  }
}
