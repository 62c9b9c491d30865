package dev.warder.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.gate.FaultLog;
import dev.warder.gate.owner.OwnerLookup;
import dev.warder.gate.token.TokenVerifierBuilder;
import dev.warder.testkit.TestIssuer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

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
          warder.issuers[0].clockSkew=-1s | warder.issuers[0].clockSkew:
          warder.owners.sql.nothing=x | warder.owners.sql.nothing: the catalogue has no such kind; it has note
          warder.owners.timeout=0s | warder.owners: the timeout is from a millisecond to 15 seconds
          warder.owners.age=1ms | warder.owners: the age, PT0.001S, is at least the timeout
          warder.exclude=/* | warder.exclude: the mapping /* is of all paths
          warder.trustedNetworks=x | warder.trustedNetworks:
          warder.cors.handler=corsFilter | warder.cors.handler: there is no bean `corsFilter` that is a Filter
          warder.cors.origins=https://a.example | warder.cors: name a method
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
