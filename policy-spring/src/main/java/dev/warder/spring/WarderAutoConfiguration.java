package dev.warder.spring;

import dev.warder.engine.ResourceOwners;
import dev.warder.gate.DecisionListener;
import dev.warder.gate.FaultLog;
import dev.warder.gate.Gate;
import dev.warder.gate.GateBuilder;
import dev.warder.gate.owner.OwnerLookup;
import dev.warder.gate.revocation.RevocationSet;
import dev.warder.gate.revocation.Revocations;
import dev.warder.gate.token.TokenVerifierBuilder;
import dev.warder.model.Catalogue;
import dev.warder.servlet.WarderFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.EnumSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * A gate, and its filter before all others: each bean gives way to one of the application's own. A
 * bean {@link TokenVerifierBuilder} stands in for {@code warder.issuers}, and a bean {@link
 * OwnerLookup} for {@code warder.owners.sql}. Each {@link DecisionListener} hears the outcomes.
 */
@AutoConfiguration(
    afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WarderProperties.class)
public class WarderAutoConfiguration {
  /** The place of the filter: before Spring Security's, which is at -100 and changes requests. */
  public static final int FILTER_ORDER = -110;

  private static final Logger LOG = LoggerFactory.getLogger("dev.warder");

  /** Returns the catalogue that {@code warder.catalogue} names. */
  @Bean
  @ConditionalOnMissingBean
  Catalogue warderCatalogue(WarderProperties settings) {
    return CatalogueSource.read(settings.catalogue());
  }

  /** Returns the owners that are looked up as {@code warder.owners} says. */
  @Bean
  @ConditionalOnMissingBean
  ResourceOwners warderOwners(
      WarderProperties settings,
      Catalogue catalogue,
      ObjectProvider<OwnerLookup> lookup,
      ObjectProvider<DataSource> database) {
    return OwnersChoice.of(
        catalogue, settings.owners(), lookup.getIfAvailable(), database::getIfAvailable);
  }

  /** Returns the revocations of this process. */
  @Bean
  @ConditionalOnMissingBean
  Revocations warderRevocations() {
    return RevocationSet.create(InstantSource.system(), new SecureRandom());
  }

  /** Returns the issuers that {@code warder.issuers} names. */
  @Bean
  Issuers warderIssuers(WarderProperties settings) {
    return new Issuers(settings.issuers());
  }

  /** Returns the gate. */
  @Bean
  @ConditionalOnMissingBean
  Gate warderGate(
      Catalogue catalogue,
      ResourceOwners owners,
      Revocations revocations,
      Issuers issuers,
      ObjectProvider<TokenVerifierBuilder> tokens,
      ObjectProvider<DecisionListener> listeners,
      ObjectProvider<FaultLog> faultLog) {
    GateBuilder gate = Gate.builder().catalogue(catalogue, owners).revocations(revocations);
    TokenVerifierBuilder own = tokens.getIfAvailable();
    if (own == null) {
      issuers.addTo(gate);
    } else {
      gate.tokens(own);
    }
    listeners.orderedStream().forEach(gate::listener);
    return gate.faultLog(faultLog.getIfAvailable(() -> FaultLog.to(LOG::warn))).build();
  }

  /** Returns the filter that asks the gate. */
  @Bean
  @ConditionalOnMissingBean
  WarderFilter warderFilter(Gate gate, WarderProperties settings, ListableBeanFactory beans) {
    return new FilterSettings(settings, name -> filter(beans, name)).filter(gate);
  }

  private static @Nullable Filter filter(ListableBeanFactory beans, String name) {
    return beans.containsBean(name) && beans.isTypeMatch(name, Filter.class)
        ? beans.getBean(name, Filter.class)
        : null;
  }

  /** Registers the filter for all paths and kinds of dispatch. */
  @Bean
  FilterRegistrationBean<WarderFilter> warderFilterRegistration(WarderFilter filter) {
    FilterRegistrationBean<WarderFilter> registration = new FilterRegistrationBean<>(filter);
    registration.setName("warder");
    registration.setOrder(FILTER_ORDER);
    registration.setDispatcherTypes(EnumSet.allOf(DispatcherType.class));
    registration.addUrlPatterns("/*");
    return registration;
  }
}
