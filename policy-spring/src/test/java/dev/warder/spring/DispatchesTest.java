package dev.warder.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.gate.token.AccessToken;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who calls, in each kind of dispatch. */
class DispatchesTest {
  @TempDir Path folder;

  /** Handlers of an excluded path that dispatch to a guarded one. */
  @RestController
  static class Dispatching {
    @GetMapping("/open/forward")
    void forward(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      request.getRequestDispatcher("/v1/notes").forward(request, response);
    }

    @GetMapping("/open/include")
    void include(HttpServletRequest request, HttpServletResponse response)
        throws ServletException, IOException {
      request.getRequestDispatcher("/v1/notes").include(request, response);
    }

    @GetMapping("/open/async")
    void async(HttpServletRequest request) {
      request.startAsync().dispatch("/v1/notes");
    }

    @GetMapping("/open/here")
    Callable<String> here(@AuthenticationPrincipal AccessToken token) {
      return () -> token == null ? "nobody" : "somebody";
    }
  }

  /** An application with them. */
  @Configuration(proxyBeanMethods = false)
  @Import(Dispatching.class)
  static class Open {}

  private Service start() throws Exception {
    return Service.start(folder, List.of(Open.class), "--warder.exclude=/open/*");
  }

  @Test
  void dispatchedFromAnExcludedPath_thePrincipalIsTheToken() throws Exception {
    try (Service service = start()) {
      String token = Service.token("A", "read:note");
      for (String path : List.of("/open/forward", "/open/include", "/open/async")) {
        assertThat(service.get(path, "Authorization", token).body()).as(path).isEqualTo("A user-1");
        assertThat(service.get(path).statusCode()).as(path).isIn(401, 500); // of an include
      }
      assertThat(service.bean(Notes.Runs.class).names()).containsExactly("list", "list", "list");
    }
  }

  @Test
  void control_excludedPath_hasNoPrincipal() throws Exception {
    try (Service service = start()) {
      String token = Service.token("A", "read:note");
      assertThat(service.get("/open/here", "Authorization", token).body()).isEqualTo("nobody");
    }
  }
}
