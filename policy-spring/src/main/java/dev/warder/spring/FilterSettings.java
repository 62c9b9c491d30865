package dev.warder.spring;

import dev.warder.gate.Gate;
import dev.warder.servlet.CorsPolicy;
import dev.warder.servlet.ForwardedField;
import dev.warder.servlet.WarderFilter;
import dev.warder.servlet.WarderFilterBuilder;
import jakarta.servlet.Filter;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The settings of the filter. */
final class FilterSettings {
  private static final String[] NONE = {};

  private final WarderProperties settings;
  private final Function<String, @Nullable Filter> filters;

  /** Takes the settings, and how a filter is found by the name of its bean. */
  FilterSettings(WarderProperties settings, Function<String, @Nullable Filter> filters) {
    this.settings = settings;
    this.filters = filters;
  }

  WarderFilter filter(Gate gate) {
    WarderFilterBuilder filter = WarderFilter.builder(gate);
    InvalidWarderSettings.at(
        "warder.exclude", () -> filter.exclude(settings.exclude().toArray(NONE)));
    InvalidWarderSettings.at(
        "warder.trustedNetworks",
        () ->
            filter.trustedNetworks(
                ForwardedField.X_FORWARDED_FOR, settings.trustedNetworks().toArray(NONE)));
    addAccount(filter);
    addCors(filter);
    return filter.build();
  }

  private void addAccount(WarderFilterBuilder filter) {
    String header = settings.requestAccount().header();
    String subdomain = settings.requestAccount().subdomain();
    if (header != null) {
      InvalidWarderSettings.at(
          "warder.requestAccount.header", () -> filter.requestAccountFromHeader(header));
    }
    if (subdomain != null) {
      InvalidWarderSettings.at(
          "warder.requestAccount.subdomain", () -> filter.requestAccountFromSubdomainOf(subdomain));
    }
  }

  private void addCors(WarderFilterBuilder filter) {
    WarderProperties.Cors cors = settings.cors();
    if (cors == null) {
      return;
    }
    String handler = cors.handler();
    if (handler == null) {
      InvalidWarderSettings.at("warder.cors", () -> filter.cors(policy(cors)));
      return;
    }
    if (!cors.origins().isEmpty() || !cors.methods().isEmpty()) {
      throw new InvalidWarderSettings(
          "warder.cors.handler", "the handler has origins and methods of its own: set one of both");
    }
    Filter bean = filters.apply(handler);
    if (bean == null) {
      throw new InvalidWarderSettings(
          "warder.cors.handler", "there is no bean `" + handler + "` that is a Filter");
    }
    filter.corsHandler(bean);
  }

  private static CorsPolicy policy(WarderProperties.Cors cors) {
    return new CorsPolicy(
        Set.copyOf(cors.origins()),
        Set.copyOf(cors.methods()),
        Set.copyOf(cors.fields()),
        cors.age());
  }
}
