package dev.warder.spring;

import dev.warder.engine.ResourceOwners;
import dev.warder.gate.DecisionListener;
import dev.warder.gate.FaultLog;
import dev.warder.gate.Gate;
import dev.warder.gate.GateBuilder;
import dev.warder.gate.revocation.RevocationSet;
import dev.warder.gate.revocation.Revocations;
import dev.warder.gate.token.TokenVerifierBuilder;
import dev.warder.model.Catalogue;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The gate of settings, unless the application has one of its own, or a store has made one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingBean(Gate.class)
class GateConfiguration {
  private static final Logger LOG = LoggerFactory.getLogger("dev.warder");

  /** Returns the revocations of this process. */
  @Bean
  @ConditionalOnMissingBean
  Revocations warderRevocations() {
    return RevocationSet.create(InstantSource.system(), new SecureRandom());
  }

  /** Returns the issuers that {@code warder.issuers} names. */
  @Bean
  Issuers warderIssuers(WarderProperties settings) {
    if (settings.store() != null) {
      throw new InvalidWarderSettings(
          "warder.store", "it needs the artifact policy-authority, and warder.store.place");
    }
    return new Issuers(settings.issuers(), settings.verifiedBySpring());
  }

  /** Returns the gate. */
  @Bean
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
    addTo(gate, listeners, faultLog);
    return InvalidWarderSettings.at("warder", gate::build);
  }

  /** Adds who hears the outcomes, and where faults are logged. */
  static void addTo(
      GateBuilder gate,
      ObjectProvider<DecisionListener> listeners,
      ObjectProvider<FaultLog> faultLog) {
    listeners.orderedStream().forEach(gate::listener);
    gate.faultLog(faultLog.getIfAvailable(() -> FaultLog.to(LOG::warn)));
  }
}
