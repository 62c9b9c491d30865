package dev.warder.spring;

import dev.warder.gate.Gate;
import dev.warder.servlet.CorsPolicy;
import dev.warder.servlet.ForwardedField;
import dev.warder.servlet.WarderFilter;
import dev.warder.servlet.WarderFilterBuilder;
import jakarta.servlet.Filter;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** The settings of the filter. */
final class FilterSettings {
  private static final String RESOURCE_SERVER =
      "org.springframework.security.oauth2.server.resource.authentication"
          + ".AbstractOAuth2TokenAuthenticationToken";
  private static final String[] NONE = {};
  private static final List<String> FIELDS = List.of("Authorization", "Content-Type");
  private static final Duration AGE = Duration.ofMinutes(10);

  private final WarderProperties settings;
  private final Function<String, @Nullable Filter> filters;

  /** Takes the settings, and how a filter is found by the name of its bean. */
  FilterSettings(WarderProperties settings, Function<String, @Nullable Filter> filters) {
    this.settings = settings;
    this.filters = filters;
  }

  WarderFilter filter(Gate gate) {
    WarderFilterBuilder filter = WarderFilter.builder(gate);
    if (settings.verifiedBySpring()) {
      checkThatSpringVerifies();
      filter.claimsVerifiedElsewhere(request -> VerifiedClaims.current());
    }
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

  private static void checkThatSpringVerifies() {
    if (!ClassUtils.isPresent(RESOURCE_SERVER, FilterSettings.class.getClassLoader())) {
      throw new InvalidWarderSettings(
          "warder.verifiedBySpring",
          "Spring verifies no tokens here: add spring-boot-starter-security-oauth2-resource-server,"
              + " or leave it out");
    }
  }

  private void addAccount(WarderFilterBuilder filter) {
    String header = settings.requestAccount().header();
    String subdomain = settings.requestAccount().subdomain();
    if (header != null) {
      InvalidWarderSettings.at(
          "warder.requestAccount.header", () -> filter.requestAccountFromHeader(header));
    }
    if (header != null && subdomain != null) {
      throw new InvalidWarderSettings(
          "warder.requestAccount", "a request names its account in one place: leave out one");
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
    if (!cors.origins().isEmpty()
        || !cors.methods().isEmpty()
        || cors.fields() != null
        || cors.age() != null) {
      throw new InvalidWarderSettings(
          "warder.cors.handler",
          "the handler has origins, methods, fields and an age of its own: set one of both");
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
        Set.copyOf(Objects.requireNonNullElse(cors.fields(), FIELDS)),
        Objects.requireNonNullElse(cors.age(), AGE));
  }
}
