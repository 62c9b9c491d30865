package dev.warder.spring;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Shows keys {@code warder.*} that are no settings, without their values: under a name that is
 * written wrong there may be a secret. Spring Boot shows values. Found by Spring Boot, by its name.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class UnknownWarderSettingsAnalyzer
    extends AbstractFailureAnalyzer<UnboundConfigurationPropertiesException> {
  private static final ConfigurationPropertyName WARDER = ConfigurationPropertyName.of("warder");

  /** Makes one. */
  public UnknownWarderSettingsAnalyzer() {}

  @Override
  protected @Nullable FailureAnalysis analyze(
      Throwable failure, UnboundConfigurationPropertiesException cause) {
    String unknown =
        cause.getUnboundProperties().stream()
            .filter(property -> WARDER.isAncestorOf(property.getName()))
            .map(UnknownWarderSettingsAnalyzer::line)
            .collect(Collectors.joining("\n"));
    return unknown.isEmpty()
        ? null
        : new FailureAnalysis(unknown, "Correct the name, or remove the setting.", cause);
  }

  private static String line(ConfigurationProperty property) {
    String name = property.getName() + ": there is no such setting";
    return property.getOrigin() == null ? name : name + "; it is " + property.getOrigin();
  }
}
