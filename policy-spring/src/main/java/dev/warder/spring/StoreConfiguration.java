package dev.warder.spring;

import dev.warder.authority.Accounts;
import dev.warder.authority.TokenAuthority;
import dev.warder.authority.TokenService;
import dev.warder.engine.ResourceOwners;
import dev.warder.gate.DecisionListener;
import dev.warder.gate.FaultLog;
import dev.warder.gate.Gate;
import dev.warder.gate.revocation.RevocationFollower;
import dev.warder.gate.revocation.Revocations;
import dev.warder.gate.token.TokenVerifierBuilder;
import dev.warder.model.Catalogue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A service of tokens over the store of {@code warder.store}, and its gate. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(TokenService.class)
@ConditionalOnProperty("warder.store.place")
@ConditionalOnMissingBean(Gate.class)
class StoreConfiguration {

  /** Returns the service, which is closed with the application. */
  @Bean
  @ConditionalOnMissingBean
  TokenService warderTokenService(
      WarderProperties settings,
      Catalogue catalogue,
      ResourceOwners owners,
      ObjectProvider<TokenVerifierBuilder> tokens,
      ObjectProvider<DecisionListener> listeners,
      ObjectProvider<FaultLog> faultLog,
      ListableBeanFactory beans) {
    checkRevocations(beans);
    if (!settings.issuers().isEmpty() || tokens.stream().findAny().isPresent()) {
      throw new InvalidWarderSettings(
          "warder.store", "the store's tokens are the only ones: leave out issuers");
    }
    return StoreSettings.open(
        Objects.requireNonNull(settings.store()),
        service ->
            service
                .catalogue(catalogue, owners)
                .gate(gate -> GateConfiguration.addTo(gate, listeners, faultLog)));
  }

  /** A follower may be that of the store. */
  private static void checkRevocations(ListableBeanFactory beans) {
    for (String name : beans.getBeanNamesForType(Revocations.class)) {
      if (!beans.isTypeMatch(name, RevocationFollower.class)) {
        throw new InvalidWarderSettings(
            "warder.store",
            "the store's revocations are the only ones: leave out the bean `" + name + "`");
      }
    }
  }

  /** Returns its gate, which the service closes. */
  @Bean(destroyMethod = "")
  Gate warderGate(TokenService service) {
    return service.gate();
  }

  /** Returns what issues, rotates and revokes tokens. */
  @Bean
  @ConditionalOnMissingBean
  TokenAuthority warderTokenAuthority(TokenService service) {
    return service.authority();
  }

  /** Returns the accounts and their members. */
  @Bean
  @ConditionalOnMissingBean
  Accounts warderAccounts(TokenService service) {
    return service.accounts();
  }

  /** Returns why revocations or keys could not be read last. */
  @Bean
  GateProblems warderStoreProblems(TokenService service) {
    return () -> {
      Map<String, String> problems = new LinkedHashMap<>();
      service.follower().problem().ifPresent(text -> problems.put("store's revocations", text));
      service.keysProblem().ifPresent(text -> problems.put("store's keys", text));
      return problems;
    };
  }
}
