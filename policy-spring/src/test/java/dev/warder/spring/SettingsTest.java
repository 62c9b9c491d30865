package dev.warder.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.engine.ResourceOwners;
import dev.warder.gate.FaultLog;
import dev.warder.gate.Gate;
import dev.warder.gate.owner.LookedUpOwners;
import dev.warder.gate.owner.OwnerLookup;
import dev.warder.gate.revocation.Revocations;
import dev.warder.gate.token.TokenVerifierBuilder;
import dev.warder.model.Catalogue;
import dev.warder.servlet.WarderFilter;
import dev.warder.testkit.TestIssuer;
import jakarta.servlet.Filter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.filter.CharacterEncodingFilter;

/** Each wrong setting fails the start, and is named with what would be right. */
class SettingsTest {
  private WebApplicationContextRunner runner;

  @BeforeEach
  void set(@TempDir Path folder) throws Exception {
    Path keys = Files.writeString(folder.resolve("keys.json"), TestIssuer.create().keySetJson());
    runner =
        new WebApplicationContextRunner()
            .withConfiguration(
                AutoConfigurations.of(
                    WarderAutoConfiguration.class, DataSourceAutoConfiguration.class))
            .withPropertyValues(
                "warder.catalogue=classpath:notes.yaml",
                "warder.issuers[0].issuer=https://id.example.com",
                "warder.issuers[0].keys=" + keys,
                "warder.issuers[0].audience=notes",
                "warder.owners.sql.note=select account from note where id = ?",
                "spring.datasource.url=jdbc:sqlite:" + folder.resolve("notes.db"));
  }

  @Test
  void control_allSettings_starts() {
    runner.run(context -> assertThat(context).hasNotFailed());
  }

  /** One of them would be used and the other not, and nobody would know which. */
  @ParameterizedTest
  @ValueSource(classes = {OwnerLookup.class, TokenVerifierBuilder.class, FaultLog.class})
  void severalBeans_failTheStart(Class<?> type) {
    runner
        .withBean("one", OwnerLookup.class, () -> (kind, id) -> null)
        .run(context -> assertThat(context).hasNotFailed());
    WebApplicationContextRunner two = with(with(runner, "one", type), "two", type);
    two.run(
        context ->
            assertThat(context)
                .getFailure()
                .hasRootCauseInstanceOf(NoUniqueBeanDefinitionException.class));
  }

  private static <T> WebApplicationContextRunner with(
      WebApplicationContextRunner runner, String name, Class<T> type) {
    return runner.withBean(name, type, () -> type.cast(made(type)));
  }

  private static Object made(Class<?> type) {
    if (type == OwnerLookup.class) {
      return (OwnerLookup) (kind, id) -> null;
    }
    return type == FaultLog.class
        ? FaultLog.to(line -> {})
        : TestIssuer.create().verifierBuilder().withoutClockSkew();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          warder.catalogue=classpath:none.yaml | warder.catalogue: class path resource [none.yaml] cannot be read
          warder.catalogue=classpath:META-INF/spring.factories | warder.catalogue: it is no catalogue:
          warder.issuers[0].keys=none.json | warder.issuers[0].keys: none.json cannot be read
          warder.issuers[0].keys=http://id.example.com/keys | warder.issuers[0].keys: keys come from an https address
          warder.issuers[0].uri=https://id.example.com | warder.issuers[0].keys: uri names the keys already
          warder.issuers[0].profile=keyclock | warder.issuers[0].profile: keyclock is neither a file that can be read nor one of strict
          warder.issuers[0].profile=github-actions | warder.issuers[0].profile:
          warder.issuers[1].issuer=https://two.example.com | warder.issuers[0].accountPrefix: of several issuers each has a prefix
          warder.issuers[0].accountPrefix=a/ | warder.issuers[0].accountPrefix: the accounts of one issuer have no prefix
          warder.issuers[0].clockSkew=-1s | warder.issuers[0].clockSkew:
          warder.owners.sql.nothing=x | warder.owners.sql.nothing: the catalogue has no such kind; it has note
          warder.owners.http=https://a.example/{id} | warder.owners.http: owners are at one place
          warder.owners.authorization=Bearer s | warder.owners.authorization: it goes with warder.owners.http
          warder.owners.timeout=0s | warder.owners: the timeout is from a millisecond to 15 seconds
          warder.owners.age=1ms | warder.owners: the age, PT0.001S, is at least the timeout
          warder.exclude=/* | warder.exclude: the mapping /* is of all paths
          warder.exclude=/v1/* | warder.exclude: the exclusion /v1/* is of the operation list-notes
          warder.trustedNetworks=x | warder.trustedNetworks:
          warder.cors.handler=corsFilter | warder.cors.handler: there is no bean `corsFilter` that is a Filter
          warder.cors.origins=https://a.example | warder.cors: name a method
          warder.issuers[0].accountClaim= | warder.issuers[0].accountClaim:
          warder.verifiedBySpring=true | warder.issuers[0].keys: the tokens are verified elsewhere, by other keys
          warder.store.issuer=https://a.example | warder.store: it needs the artifact policy-authority, and warder.store.place
          warder.store.place=notes.db | warder.store: the store's tokens are the only ones: leave out issuers
          warder.exlude=/health | exlude
          """)
  void wrongSetting_isNamed(String setting, String message) {
    runner
        .withPropertyValues(setting)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .satisfies(failure -> assertThat(messages(failure)).contains(message)));
  }

  /** Each alone is right. */
  @ParameterizedTest
  @CsvSource({
    "https://two.example.com, a/b/, warder: the accounts of two issuers could be one",
    "https://two.example.com, a/, 'warder.issuers[1].accountPrefix: the accounts of two issuers'",
    "https://id.example.com, b/, warder: two verifiers trust the issuer",
  })
  void issuersThatCannotBeToldApart_areNamed(String issuer, String prefix, String message) {
    runner
        .withPropertyValues(
            "warder.issuers[0].accountPrefix=a/",
            "warder.issuers[1].issuer=" + issuer,
            "warder.issuers[1].keys=${warder.issuers[0].keys}",
            "warder.issuers[1].audience=notes",
            "warder.issuers[1].accountPrefix=" + prefix)
        .run(
            context ->
                assertThat(context).getFailure().rootCause().hasMessageStartingWith(message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"keys", "profile"})
  void textThatIsNoPath_isNamed(String setting) {
    String name = "warder.issuers[0]." + setting;
    runner
        .withPropertyValues(name + "=a\0b")
        .run(
            context ->
                assertThat(context).getFailure().rootCause().hasMessageStartingWith(name + ": a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"origins=https://a.example", "methods=GET", "fields=X-A", "age=1m"})
  void corsHandlerBesideAPolicy_isRefused(String other) {
    runner
        .withBean("handler", Filter.class, () -> (request, response, chain) -> {})
        .withPropertyValues("warder.cors.handler=handler", "warder.cors." + other)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessageStartingWith("warder.cors.handler: the handler has origins"));
  }

  @Test
  void ownersOfAServer_needNoDatabase() {
    new WebApplicationContextRunner()
        .withConfiguration(AutoConfigurations.of(WarderAutoConfiguration.class))
        .withPropertyValues(
            "warder.catalogue=classpath:notes.yaml",
            "warder.issuers[0].issuer=https://id.example.com",
            "warder.issuers[0].keys=https://id.example.com/keys",
            "warder.issuers[0].audience=notes",
            "warder.owners.http=https://owners.example.com/{id}",
            "warder.owners.authorization=Bearer s")
        .run(
            context -> {
              assertThat(context).hasSingleBean(LookedUpOwners.class);
              assertThat(context.getBean(WarderProperties.class).toString())
                  .doesNotContain("Bearer");
            });
  }

  @Test
  void twoPlacesOfTheAccount_areRefused() {
    runner
        .withPropertyValues(
            "warder.requestAccount.header=X-Account", "warder.requestAccount.subdomain=a.example")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessage(
                        "warder.requestAccount: a request names its account in one place: leave out"
                            + " one"));
  }

  /** A gate knows its catalogue, its owners and its issuers. */
  @Test
  void ownGate_needsNoSettings() {
    Gate gate =
        Gate.builder()
            .catalogue(CatalogueSource.read(new ClassPathResource("notes.yaml")), owners())
            .tokens(TestIssuer.create().verifierBuilder().withoutClockSkew())
            .acceptTokensThatWereRevoked()
            .build();
    new WebApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                WarderAutoConfiguration.class, WarderActuatorAutoConfiguration.class))
        .withBean(Gate.class, () -> gate)
        .run(
            context -> {
              assertThat(context).hasNotFailed().hasSingleBean(WarderFilter.class);
              assertThat(context)
                  .doesNotHaveBean(Catalogue.class)
                  .doesNotHaveBean(ResourceOwners.class)
                  .doesNotHaveBean(Revocations.class);
              assertThat(context.getBean(WarderHealth.class).health().getStatus())
                  .isEqualTo(Status.UP);
            });
  }

  private static ResourceOwners owners() {
    return ResourceOwners.of(Map.of("note", Map.of()));
  }

  @Test
  void ownFilter_saysWhatIsExcluded() {
    runner
        .withConfiguration(AutoConfigurations.of(WarderActuatorAutoConfiguration.class))
        .withPropertyValues("warder.exclude=/other")
        .withUserConfiguration(OwnFilter.class)
        .run(
            context ->
                assertThat(context.getBean(WarderEndpoint.class).describe().excluded())
                    .containsExactly("/own"));
  }

  /** An application with a filter of its own. */
  @Configuration(proxyBeanMethods = false)
  static class OwnFilter {
    @Bean
    WarderFilter own(Gate gate) {
      return WarderFilter.builder(gate).exclude("/own").build();
    }
  }

  /** Registered twice, it would judge and charge twice. */
  @Test
  void ownRegistration_isTheOnlyOne() {
    runner
        .withUserConfiguration(OwnRegistration.class)
        .run(
            context ->
                assertThat(context.getBeanNamesForType(FilterRegistrationBean.class))
                    .containsExactly("own"));
  }

  @Test
  void registrationOfAnotherFilter_isBesideThatOfTheGate() {
    runner
        .withUserConfiguration(OtherRegistration.class)
        .run(
            context ->
                assertThat(context.getBeanNamesForType(FilterRegistrationBean.class))
                    .containsExactlyInAnyOrder("other", "warderFilterRegistration"));
  }

  /** An application that registers another filter. */
  @Configuration(proxyBeanMethods = false)
  static class OtherRegistration {
    @Bean
    FilterRegistrationBean<CharacterEncodingFilter> other() {
      return new FilterRegistrationBean<>(new CharacterEncodingFilter());
    }
  }

  /** An application that registers the filter itself. */
  @Configuration(proxyBeanMethods = false)
  static class OwnRegistration {
    @Bean
    FilterRegistrationBean<WarderFilter> own(WarderFilter filter) {
      return new FilterRegistrationBean<>(filter);
    }
  }

  @Test
  void accountClaimBesideAProfileFile_isRefused() {
    runner
        .withPropertyValues(
            "warder.issuers[0].profile=file.yaml", "warder.issuers[0].accountClaim=tenant")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessage(
                        "warder.issuers[0].accountClaim: it goes with the name of a profile; in a"
                            + " file, write account: tenant"));
  }

  private static String messages(Throwable failure) {
    StringBuilder messages = new StringBuilder();
    for (Throwable at = failure; at != null; at = at.getCause()) {
      messages.append(at.getMessage()).append('\n');
    }
    return messages.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "warder.catalogue, 'warder.catalogue: name the catalogue''s file'",
    "warder.issuers, 'warder.issuers: name an issuer'",
    "warder.issuers[0].issuer, 'warder.issuers[0].uri: name the issuer''s address'",
    "warder.issuers[0].keys, 'warder.issuers[0].keys: name the keys'' address or file'",
    "warder.issuers[0].audience, 'warder.issuers[0].audience: name this API'",
    "warder.owners.sql.note, 'warder.owners.sql.note: the catalogue asks who owns each note'",
    "spring.datasource.url, 'warder.owners.sql: there is no DataSource'"
  })
  void missingSetting_isNamed(String without, String message, @TempDir Path folder)
      throws Exception {
    Path keys = Files.writeString(folder.resolve("keys.json"), TestIssuer.create().keySetJson());
    WebApplicationContextRunner some =
        new WebApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(WarderAutoConfiguration.class));
    if (!without.startsWith("spring")) {
      some =
          some.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
              .withPropertyValues("spring.datasource.url=jdbc:sqlite:" + folder.resolve("n.db"));
    }
    String[] all = {
      "warder.catalogue=classpath:notes.yaml",
      "warder.issuers[0].issuer=https://id.example.com",
      "warder.issuers[0].keys=" + keys,
      "warder.issuers[0].audience=notes",
      "warder.owners.sql.note=select account from note where id = ?"
    };
    for (String setting : all) {
      if (!setting.startsWith(without)) {
        some = some.withPropertyValues(setting);
      }
    }
    some.run(
        context ->
            assertThat(context)
                .getFailure()
                .satisfies(failure -> assertThat(messages(failure)).contains(message)));
  }
}
