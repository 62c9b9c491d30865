package dev.warder.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.servlet.WarderFilter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;

/** Applications without servlets. */
class KindOfApplicationTest {
  private static AutoConfigurations all() {
    ClassLoader loader = KindOfApplicationTest.class.getClassLoader();
    List<String> names = ImportCandidates.load(AutoConfiguration.class, loader).getCandidates();
    return AutoConfigurations.of(
        names.stream()
            .filter(name -> name.startsWith("dev.warder."))
            .map(KindOfApplicationTest::type)
            .toArray(Class<?>[]::new));
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  /** It would serve all requests, and none were judged. */
  @Test
  void reactive_doesNotStart() {
    new ReactiveWebApplicationContextRunner()
        .withConfiguration(all())
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageStartingWith("warder: it guards servlets"));
  }

  @Test
  void control_withoutWeb_startsWithoutAFilter() {
    new ApplicationContextRunner()
        .withConfiguration(all())
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(WarderFilter.class));
  }
}
