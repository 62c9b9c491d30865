package dev.warder.model;

import dev.warder.model.CatalogueDraft.CapabilityPart;
import dev.warder.model.CatalogueDraft.CommandPart;
import dev.warder.model.CatalogueDraft.Header;
import dev.warder.model.CatalogueDraft.OperationPart;
import dev.warder.model.CatalogueDraft.RequirementPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.arbitraries.ListArbitrary;

/**
 * Random valid catalogues with everything that a catalogue can have, for tests of any module:
 * templates that overlap, names and texts that look like syntax, chains of implied capabilities.
 */
public final class RandomCatalogues {
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH");
  private static final List<String> BASE_PATHS = List.of("", "/v1", "/a/@me", "/v1.0");

  /** Few, so that templates overlap; the first is a parameter. */
  private static final List<String> SEGMENTS =
      List.of(
          CatalogueDraft.PARAMETER,
          "a",
          "b",
          "@me",
          "a:b",
          "$x",
          "*",
          "a+b",
          "a,b",
          "v1.0",
          "~",
          "'q'",
          "(x)");

  private RandomCatalogues() {}

  /** Returns catalogues of 1–15 operations and 1–8 capabilities. */
  public static Arbitrary<Catalogue> small() {
    return catalogues(
        capabilities(RandomTexts.names())
            .uniqueElements(CapabilityPart::raw)
            .ofMinSize(1)
            .ofMaxSize(8),
        15);
  }

  /** Returns catalogues of 65–300 capabilities, more than the bits of one long. */
  public static Arbitrary<Catalogue> wide() {
    return catalogues(
        capabilities(Arbitraries.integers().between(0, 99_999).map(n -> "c:" + n))
            .uniqueElements(CapabilityPart::raw)
            .ofMinSize(65)
            .ofMaxSize(300),
        30);
  }

  /** Returns one catalogue of exactly so many operations, always the same for the same seed. */
  public static Catalogue large(long seed, int operations) {
    Random random = new Random(seed);
    List<CapabilityPart> capabilities = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      List<Integer> implied = random.nextInt(4) == 0 ? List.of(random.nextInt(300)) : List.of();
      capabilities.add(new CapabilityPart("c:" + i, "C " + i, i, i, implied, Optional.empty()));
    }
    List<OperationPart> parts = new ArrayList<>();
    for (Set<String> taken = new HashSet<>(); parts.size() < operations; ) {
      OperationPart part = operation(random, operations);
      if (taken.add(part.methodAndShape())) {
        parts.add(part);
      }
    }
    List<CommandPart> commands = new ArrayList<>();
    for (int i = 0; i < operations / 20; i++) {
      List<Integer> calls = List.of(random.nextInt(operations), random.nextInt(operations));
      commands.add(new CommandPart("tool", i % 3, i % 2, Optional.empty(), calls, List.of(calls)));
    }
    Header header =
        new Header("Large", Optional.empty(), "/v1", 4, List.of(0, 0, 0), List.of(), List.of());
    return new CatalogueDraft(header, capabilities, parts, commands).build();
  }

  private static OperationPart operation(Random random, int operations) {
    List<String> segments = new ArrayList<>();
    segments.add("r" + random.nextInt(operations / 8 + 1));
    for (int i = random.nextInt(5); i > 0; i--) {
      int n = random.nextInt(8);
      segments.add(n < 4 ? CatalogueDraft.PARAMETER : n < 6 ? "s" + i : SEGMENTS.get(n));
    }
    List<List<Integer>> alternatives = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      alternatives.add(random.ints(1 + random.nextInt(3), 0, 300).boxed().toList());
    }
    RequirementPart requirement = new RequirementPart(random.nextInt(10), alternatives);
    String method = METHODS.get(random.nextInt(METHODS.size()));
    return new OperationPart(
        "op", method, segments, random.nextInt(64), requirement, "Does it", Optional.empty());
  }

  private static Arbitrary<Catalogue> catalogues(
      Arbitrary<List<CapabilityPart>> capabilities, int mostOperations) {
    return Combinators.combine(
            headers(),
            capabilities,
            operations().list().ofMinSize(1).ofMaxSize(mostOperations),
            commands().list().ofMaxSize(4))
        .as(
            (header, parts, operations, commands) ->
                new CatalogueDraft(header, parts, operations, commands).build())
        .withoutEdgeCases();
  }

  private static Arbitrary<Header> headers() {
    Arbitrary<Integer> limit = Arbitraries.of(0, 1, 60, 4_000, 1_000_000_000);
    return Combinators.combine(
            RandomTexts.texts(),
            RandomTexts.addresses().optional(0.3),
            Arbitraries.of(BASE_PATHS),
            Arbitraries.integers().between(1, 4),
            limit.list().ofSize(3),
            Arbitraries.of(0, 1, 30, 90, 36_500).list().uniqueElements().ofMaxSize(5),
            RandomTexts.texts().list().ofMaxSize(2))
        .as(Header::new);
  }

  private static ListArbitrary<CapabilityPart> capabilities(Arbitrary<String> names) {
    return Combinators.combine(
            names,
            RandomTexts.labels(),
            numbers(),
            Arbitraries.integers().between(0, 3),
            numbers().list().ofMaxSize(2),
            RandomTexts.texts().optional(0.2))
        .as(CapabilityPart::new)
        .list();
  }

  private static Arbitrary<OperationPart> operations() {
    return Combinators.combine(
            RandomTexts.names(),
            Arbitraries.of(METHODS),
            Arbitraries.frequencyOf(
                    Tuple.of(1, Arbitraries.of(SEGMENTS)),
                    Tuple.of(2, Arbitraries.of(SEGMENTS.subList(0, 4))))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5),
            numbers(),
            requirements(),
            RandomTexts.texts(),
            RandomTexts.addresses().optional(0.2))
        .as(OperationPart::new);
  }

  private static Arbitrary<RequirementPart> requirements() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 9),
            numbers().list().ofMinSize(1).ofMaxSize(3).list().ofMinSize(1).ofMaxSize(3))
        .as(RequirementPart::new);
  }

  private static Arbitrary<CommandPart> commands() {
    return Combinators.combine(
            RandomTexts.names(),
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(0, 2),
            requirements().optional(0.5),
            numbers().list().ofMaxSize(3),
            numbers().list().ofMinSize(1).ofMaxSize(2).list().ofMaxSize(2))
        .as(CommandPart::new);
  }

  private static Arbitrary<Integer> numbers() {
    return Arbitraries.integers().between(0, 9_999);
  }
}
