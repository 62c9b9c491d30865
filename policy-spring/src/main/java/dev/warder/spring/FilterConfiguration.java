package dev.warder.spring;

import dev.warder.gate.Gate;
import dev.warder.servlet.WarderFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The filter that asks the gate, and where it stands. */
@Configuration(proxyBeanMethods = false)
class FilterConfiguration {
  private static final int SPRING_SECURITY = -100;
  private static final int DISTANCE = 10;

  /** Returns the filter. */
  @Bean
  @ConditionalOnMissingBean
  WarderFilter warderFilter(
      Gate gate, WarderProperties settings, ListableBeanFactory beans, ServletContext context) {
    WarderFilter filter = new FilterSettings(settings, name -> filter(beans, name)).filter(gate);
    return InvalidWarderSettings.at(
        "warder.exclude",
        () -> {
          filter.checkExclusions(context);
          return filter;
        });
  }

  private static @Nullable Filter filter(ListableBeanFactory beans, String name) {
    return beans.containsBean(name) && beans.isTypeMatch(name, Filter.class)
        ? beans.getBean(name, Filter.class)
        : null;
  }

  /** Registers the filter for all paths and kinds of dispatch. */
  @Bean
  @ConditionalOnMissingBean
  FilterRegistrationBean<WarderFilter> warderFilterRegistration(
      WarderFilter filter, WarderProperties settings, Environment environment) {
    return registration(filter, order(settings, environment));
  }

  /**
   * Returns the place of the filter: before Spring Security's, wherever that is, or after it where
   * that verifies the tokens.
   */
  static int order(WarderProperties settings, Environment environment) {
    int security =
        environment.getProperty("spring.security.filter.order", Integer.class, SPRING_SECURITY);
    return settings.verifiedBySpring() ? security + DISTANCE : security - DISTANCE;
  }

  /** Returns a registration for all paths and kinds of dispatch. */
  static FilterRegistrationBean<WarderFilter> registration(WarderFilter filter, int order) {
    FilterRegistrationBean<WarderFilter> registration = new FilterRegistrationBean<>(filter);
    registration.setName("warder");
    registration.setOrder(order);
    registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
    registration.addUrlPatterns("/*");
    return registration;
  }
}
