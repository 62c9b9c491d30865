package dev.warder.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The actuator on a port of its own. */
class ManagementPortTest {
  /** Spring Boot takes one server for the port, and the tests have two. */
  private static final String TOMCAT_ALONE =
      "--spring.autoconfigure.exclude=org.springframework.boot.jetty.autoconfigure.actuate.web.server"
          + ".JettyServletManagementContextAutoConfiguration,"
          + "org.springframework.boot.jetty.autoconfigure.servlet"
          + ".JettyServletWebServerAutoConfiguration";

  private static final String TOKEN = Service.token("A", "read:note", "write:note");

  @TempDir Path folder;

  private Service start(String exclude) throws Exception {
    return Service.start(
        folder,
        TOMCAT_ALONE,
        "--management.server.port=0",
        "--management.server.address=127.0.0.1",
        "--management.endpoints.web.exposure.include=*",
        "--warder.exclude=" + exclude);
  }

  @Test
  void notExcluded_isDenied() throws Exception {
    try (Service service = start("/health")) {
      for (String path : new String[] {"/actuator/env", "/actuator/warder", "/actuator"}) {
        assertThat(service.manage(path).statusCode()).as(path).isEqualTo(401);
        assertThat(service.manage(path, "Authorization", TOKEN).statusCode())
            .as(path)
            .isEqualTo(404);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/*", "/actuator/health"})
  void control_excluded_isServed(String exclude) throws Exception {
    try (Service service = start(exclude)) {
      assertThat(service.manage("/actuator/health").statusCode()).isEqualTo(200);
      assertThat(service.get("/v1/status").statusCode()).isEqualTo(200);
    }
  }
}
