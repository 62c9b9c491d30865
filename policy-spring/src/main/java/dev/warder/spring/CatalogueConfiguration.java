package dev.warder.spring;

import dev.warder.engine.ResourceOwners;
import dev.warder.gate.Gate;
import dev.warder.gate.owner.LookedUpOwners;
import dev.warder.gate.owner.OwnerLookup;
import dev.warder.model.Catalogue;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a gate decides by, unless the application has a gate of its own. */
@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {

  /** Returns the catalogue that {@code warder.catalogue} names. */
  @Bean
  @ConditionalOnMissingBean({Catalogue.class, Gate.class})
  Catalogue warderCatalogue(WarderProperties settings) {
    return CatalogueSource.read(settings.catalogue());
  }

  /** Returns the owners that are looked up as {@code warder.owners} says. */
  @Bean
  @ConditionalOnMissingBean({ResourceOwners.class, Gate.class})
  ResourceOwners warderOwners(
      WarderProperties settings,
      Catalogue catalogue,
      ObjectProvider<OwnerLookup> lookup,
      ObjectProvider<DataSource> database) {
    return OwnersChoice.of(
        catalogue, settings.owners(), lookup.getIfAvailable(), database::getIfAvailable);
  }

  /** Returns why owners could not be looked up last. */
  @Bean
  GateProblems warderOwnerProblems(ObjectProvider<ResourceOwners> owners) {
    return () ->
        owners.getIfUnique() instanceof LookedUpOwners lookedUp
            ? lookedUp
                .problem()
                .<Map<String, String>>map(text -> Map.of("owners", text))
                .orElse(Map.of())
            : Map.of();
  }
}
