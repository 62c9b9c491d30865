package dev.warder.spring;

import dev.warder.gate.Gate;
import dev.warder.servlet.WarderFilter;
import jakarta.servlet.ServletContext;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletPath;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Names, at the start, each mapping of a controller without an operation and each operation without
 * a controller. With {@code warder.strictMappings} the start fails for them.
 */
@AutoConfiguration(after = WarderAutoConfiguration.class)
@ConditionalOnClass({RequestMappingHandlerMapping.class, ErrorController.class})
@ConditionalOnBean(WarderFilter.class)
public class WarderMappingsAutoConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger("dev.warder");

  /** Returns the check, which runs once all beans are made. */
  @Bean
  SmartInitializingSingleton warderMappingCheck(
      WarderProperties settings,
      Gate gate,
      WarderFilter filter,
      ServletContext context,
      ObjectProvider<DispatcherServletPath> servlet,
      ObjectProvider<RequestMappingHandlerMapping> mappings) {
    return () -> {
      MappingReport report =
          new MappingReport(
              gate.engine().catalogue(),
              context.getContextPath(),
              servlet.stream().findFirst().map(DispatcherServletPath::getPrefix).orElse(""),
              filter.exclusions());
      mappings
          .orderedStream()
          .filter(WarderMappingsAutoConfiguration::isOfControllers)
          .forEach(mapping -> mapping.getHandlerMethods().forEach(report::add));
      tell(settings, report.differences());
    };
  }

  /** That of the actuator has endpoints, which no catalogue knows. */
  private static boolean isOfControllers(RequestMappingHandlerMapping mapping) {
    return !mapping.getClass().getName().startsWith("org.springframework.boot.webmvc.actuate.");
  }

  private static void tell(WarderProperties settings, List<String> differences) {
    if (settings.strictMappings() && !differences.isEmpty()) {
      throw new InvalidWarderSettings(
          "warder.strictMappings",
          "the catalogue and the controllers differ:\n  " + String.join("\n  ", differences));
    }
    differences.forEach(LOG::warn);
  }
}
