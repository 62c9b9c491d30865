package dev.warder.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.gate.Gate;
import dev.warder.model.Catalogue;
import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No spelling of a request runs a handler that the catalogue does not allow. */
class SpellingSweepTest {
  private static final int REQUESTS = 4_000;
  private static final Catalogue CATALOGUE = Notes.catalogue("sweep.yaml");
  private static final CorsPolicy CORS =
      new CorsPolicy(
          Set.of("https://app.example.com"),
          Set.of("GET", "PUT", "POST", "DELETE"),
          Set.of("Authorization"),
          Duration.ZERO);

  static Stream<Arguments> places() {
    return Stream.of(Container.values())
        .flatMap(
            container -> Stream.of(Router.values()).map(router -> Arguments.of(container, router)));
  }

  @ParameterizedTest
  @MethodSource("places")
  void guarded(Container container, Router router) throws Exception {
    check(sweep(container, router, UnaryOperator.identity(), 1));
  }

  @ParameterizedTest
  @MethodSource("places")
  void guardedWithExclusionsAndCors(Container container, Router router) throws Exception {
    check(
        sweep(
            container,
            router,
            builder ->
                builder
                    .cors(CORS)
                    .exclude(
                        "/health", "/assets/*", "*.css", "/v1/notes/n1/*", "/v1", "/v1/notes/n1"),
            2));
  }

  /** What the sweep is worth: it finds what a container lets through. */
  @ParameterizedTest
  @MethodSource("places")
  void notGuarded_isNoticed(Container container, Router router) throws Exception {
    assertThat(sweep(container, router, null, 3).wrong()).hasSizeGreaterThan(1_000);
  }

  private static void check(Sweep sweep) {
    assertThat(sweep.wrong()).isEmpty();
    assertThat(sweep.controls()).containsOnlyKeys(Spelling.values());
    assertThat(sweep.controls().values().stream().mapToInt(i -> i).sum()).isGreaterThan(1_000);
  }

  private static Sweep sweep(
      Container container,
      Router router,
      @Nullable UnaryOperator<WarderFilterBuilder> settings,
      long seed)
      throws Exception {
    Sweep sweep = new Sweep(CATALOGUE, seed);
    try (Gate gate = Notes.gate(CATALOGUE).build();
        Container.Running running =
            container.start(
                "",
                context -> {
                  if (settings != null) {
                    settings.apply(WarderFilter.builder(gate)).build().registerIn(context);
                  }
                  router.registerIn(context, CATALOGUE);
                })) {
      sweep.run(running.port(), REQUESTS);
    }
    return sweep;
  }
}
