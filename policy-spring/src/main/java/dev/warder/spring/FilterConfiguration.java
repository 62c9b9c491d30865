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

/** The filter that asks the gate, and where it stands. */
@Configuration(proxyBeanMethods = false)
class FilterConfiguration {
  /** After Spring Security's filter, which is at -100 and verifies the tokens then. */
  private static final int AFTER_SPRING_SECURITY = -90;

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
      WarderFilter filter, WarderProperties settings) {
    return registration(filter, settings);
  }

  /** Returns a registration for all paths and kinds of dispatch. */
  static FilterRegistrationBean<WarderFilter> registration(
      WarderFilter filter, WarderProperties settings) {
    FilterRegistrationBean<WarderFilter> registration = new FilterRegistrationBean<>(filter);
    registration.setName("warder");
    registration.setOrder(
        settings.verifiedBySpring() ? AFTER_SPRING_SECURITY : WarderAutoConfiguration.FILTER_ORDER);
    registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
    registration.addUrlPatterns("/*");
    return registration;
  }
}
