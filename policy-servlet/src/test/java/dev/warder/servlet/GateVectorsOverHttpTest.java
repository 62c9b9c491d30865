package dev.warder.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.gate.Gate;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The vectors of {@code spec/gate-vectors} that HTTP can carry, by the filter in each container.
 */
class GateVectorsOverHttpTest {
  private final AtomicReference<WarderFilter> filter = new AtomicReference<>();
  private final AtomicInteger runs = new AtomicInteger();

  @AfterEach
  void forget() {
    filter.set(null);
  }

  @ParameterizedTest
  @EnumSource(Container.class)
  void vectors_areAnsweredAsTheySay(Container container) throws Exception {
    try (Container.Running running = container.start("", this::register)) {
      HttpGateVectors vectors = new HttpGateVectors(running.port(), this::judge, runs);
      vectors.ask();
      assertThat(vectors.answered()).isGreaterThan(200);
      if (container == Container.TOMCAT) {
        assertThat(vectors.refusedByTheContainer()).isZero();
      }
    }
  }

  private void judge(Gate gate) {
    filter.set(
        WarderFilter.builder(gate)
            .trustedNetworks(ForwardedField.X_FORWARDED_FOR, HttpGateVectors.PROXIES)
            .requestAccountFromHeader(HttpGateVectors.ACCOUNT_FIELD)
            .build());
  }

  private void register(ServletContext context) {
    Filter current = (request, response, chain) -> filter.get().doFilter(request, response, chain);
    context
        .addFilter("current", current)
        .addMappingForUrlPatterns(EnumSet.allOf(DispatcherType.class), false, "/*");
    context.addServlet("api", new Api()).addMapping("/");
  }

  /** What is guarded. */
  private final class Api extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      runs.incrementAndGet();
      response.getWriter().write("ran");
    }
  }
}
