package dev.warder.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Controllers and a catalogue that differ, at the start. */
@ExtendWith(OutputCaptureExtension.class)
class StrictMappingsTest {
  private static final String FORGOTTEN =
      "GET /forgotten (Api.forgotten) has no operation: every request to it is denied";

  @TempDir Path folder;

  @Test
  void differences_areLogged(CapturedOutput output) throws Exception {
    try (Service service = Service.start(folder)) {
      assertThat(service.get("/v1/status").statusCode()).isEqualTo(200);
    }
    assertThat(output.getOut()).contains(FORGOTTEN).doesNotContain("/error");
  }

  @Test
  void strict_differencesFailTheStartWithoutAStackTrace(CapturedOutput output) {
    assertThatThrownBy(() -> Service.start(folder, "--warder.strictMappings=true"))
        .hasStackTraceContaining("warder.strictMappings: the catalogue and the controllers differ")
        .hasStackTraceContaining(FORGOTTEN);
    assertThat(output.getOut())
        .contains("APPLICATION FAILED TO START", FORGOTTEN)
        .doesNotContain("\tat ");
  }

  /** An application that makes the mapping of its controllers itself. */
  @Configuration(proxyBeanMethods = false)
  static class OwnMapping implements WebMvcRegistrations {
    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
      return new RequestMappingHandlerMapping() {};
    }
  }

  @Test
  void ownMapping_isCheckedToo() {
    assertThatThrownBy(
            () -> Service.start(folder, List.of(OwnMapping.class), "--warder.strictMappings=true"))
        .hasMessageEndingWith("differ:\n  " + FORGOTTEN);
  }

  @Test
  void strict_noDifference_starts() throws Exception {
    try (Service service =
        Service.start(
            folder, "--warder.strictMappings=true", "--warder.exclude=/health,/forgotten")) {
      assertThat(service.get("/forgotten").statusCode()).isEqualTo(200);
    }
  }
}
