package dev.warder.spring;

import dev.warder.engine.ResourceOwners;
import dev.warder.gate.DecisionListener;
import dev.warder.gate.Gate;
import dev.warder.gate.owner.OwnerLookup;
import dev.warder.gate.revocation.Revocations;
import dev.warder.gate.token.TokenVerifierBuilder;
import dev.warder.model.Catalogue;
import dev.warder.servlet.WarderFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/**
 * A gate, and its filter before Spring Security's.
 *
 * <p>A {@link Catalogue}, {@link ResourceOwners}, {@link Revocations}, {@link Gate}, {@link
 * WarderFilter} or its registration that the application has itself is used, and none is made of
 * settings. A bean {@link TokenVerifierBuilder} stands in for {@code warder.issuers}, and a bean
 * {@link OwnerLookup} for {@code warder.owners.sql}. Beside {@code warder.store} there is neither
 * it nor {@link Revocations}, since the store has its own. Each {@link DecisionListener} hears the
 * outcomes. Of two beans of one of these types, but listeners, none is chosen: the start fails.
 */
@AutoConfiguration(
    afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(WarderProperties.class)
@Import({
  CatalogueConfiguration.class,
  StoreConfiguration.class,
  GateConfiguration.class,
  FilterConfiguration.class
})
public class WarderAutoConfiguration {
  /**
   * The place of the filter: before Spring Security's, which is at -100 and changes requests. Where
   * that has another place, by {@code spring.security.filter.order}, this one is as far before it.
   * Where Spring Security verifies tokens, this one is as far behind it.
   */
  public static final int FILTER_ORDER = -110;
}
