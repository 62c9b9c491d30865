package dev.warder.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.gate.Gate;
import dev.warder.servlet.HttpGateVectors;
import dev.warder.servlet.WarderFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jetty.autoconfigure.servlet.JettyServletWebServerAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The vectors of {@code spec/gate-vectors} that HTTP can carry, by Spring Boot on each server: by
 * the filter that the settings make, before a controller of Spring MVC.
 */
class BootGateVectorsTest {
  private static final String[] SETTINGS = {
    "--server.port=0",
    "--server.address=127.0.0.1",
    "--spring.main.banner-mode=off",
    "--warder.trustedNetworks=" + HttpGateVectors.PROXIES,
    "--warder.requestAccount.header=" + HttpGateVectors.ACCOUNT_FIELD
  };

  @ParameterizedTest
  @ValueSource(
      classes = {
        TomcatServletWebServerAutoConfiguration.class,
        JettyServletWebServerAutoConfiguration.class
      })
  void vectors_areAnsweredAsTheySay(Class<?> server) throws Exception {
    SpringApplication application = new SpringApplication(Api.class, server);
    try (ServletWebServerApplicationContext context =
        (ServletWebServerApplicationContext) application.run(SETTINGS)) {
      assertThat(context.getWebServer().getClass().getName())
          .contains(server.getSimpleName().substring(0, 5));
      FilterSettings settings =
          new FilterSettings(context.getBean(WarderProperties.class), name -> null);
      Api api = context.getBean(Api.class);
      HttpGateVectors vectors =
          new HttpGateVectors(
              context.getWebServer().getPort(),
              (Gate gate) -> api.filter.set(settings.filter(gate)),
              api.runs);
      vectors.ask();
      assertThat(vectors.answered()).isGreaterThan(200);
    }
  }

  /** A service whose filter changes while it runs. */
  @SpringBootConfiguration
  @EnableConfigurationProperties(WarderProperties.class)
  @ImportAutoConfiguration({
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class
  })
  @RestController
  static class Api {
    private final AtomicReference<WarderFilter> filter = new AtomicReference<>();
    private final AtomicInteger runs = new AtomicInteger();

    @Bean
    FilterRegistrationBean<Filter> current() {
      FilterRegistrationBean<Filter> registration =
          new FilterRegistrationBean<>(
              (request, response, chain) -> filter.get().doFilter(request, response, chain));
      registration.setOrder(WarderAutoConfiguration.FILTER_ORDER);
      registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
      return registration;
    }

    @RequestMapping("/**")
    void run(HttpServletResponse response) throws IOException {
      runs.incrementAndGet();
      response.getWriter().write("ran");
    }
  }
}
