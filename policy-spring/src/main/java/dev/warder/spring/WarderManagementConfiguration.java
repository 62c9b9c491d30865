package dev.warder.spring;

import dev.warder.servlet.WarderFilter;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * The filter before the actuator's endpoints where they have a port of their own. The filters of
 * the service are not there, and no rule of Spring Security that leaves the decision with the gate
 * would protect them.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnBean(WarderFilter.class)
class WarderManagementConfiguration {

  /** Registers the filter of the service for all paths of the port. */
  @Bean
  FilterRegistrationBean<WarderFilter> warderManagementFilterRegistration(
      WarderFilter filter, WarderProperties settings, Environment environment) {
    return FilterConfiguration.registration(
        filter, FilterConfiguration.order(settings, environment));
  }
}
