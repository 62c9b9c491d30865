package dev.warder.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spring Security's filter has the place that its setting says. */
class FilterOrderTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"-200", "-100", "0"})
  void principal_isTheTokenWhereverSpringSecurityIs(String order) throws Exception {
    try (Service service = Service.start(folder, "--spring.security.filter.order=" + order)) {
      String token = Service.token("A", "read:note");
      assertThat(service.get("/v1/status", "Authorization", token).body()).isEqualTo("user-1");
      assertThat(service.get("/v1/notes").statusCode()).isEqualTo(401);
    }
  }
}
