package dev.warder.spring;

import dev.warder.gate.Gate;
import dev.warder.gate.metrics.GateMetrics;
import dev.warder.servlet.WarderFilter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the actuator shows of a gate: metrics, health, and the endpoint {@code warder}. */
@AutoConfiguration(
    after = WarderAutoConfiguration.class,
    afterName =
        "org.springframework.boot.micrometer.metrics.autoconfigure"
            + ".CompositeMeterRegistryAutoConfiguration")
@ConditionalOnBean(WarderFilter.class)
public class WarderActuatorAutoConfiguration {

  /** Where there is a registry of meters. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterRegistry.class)
  static class Metrics {

    /** Returns the listener that counts outcomes by operation, reason and fault. */
    @Bean
    @ConditionalOnBean(MeterRegistry.class)
    @ConditionalOnMissingBean
    GateMetrics warderMetrics(MeterRegistry registry) {
      return GateMetrics.of(registry);
    }
  }

  /** Where there are health indicators. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
  static class Indicators {

    /** Returns the health of keys, revocations and owners. */
    @Bean
    @ConditionalOnEnabledHealthIndicator("warder")
    HealthIndicator warderHealthIndicator(Gate gate, ObjectProvider<GateProblems> problems) {
      return new WarderHealth(gate, problems.orderedStream().toList());
    }
  }

  /** Where there are endpoints. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(Endpoint.class)
  static class Endpoints {

    /** Returns the endpoint {@code warder}. */
    @Bean
    WarderEndpoint warderEndpoint(Gate gate, WarderFilter filter) {
      return new WarderEndpoint(gate, filter.exclusions());
    }
  }
}
