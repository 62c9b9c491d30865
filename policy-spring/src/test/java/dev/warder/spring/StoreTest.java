package dev.warder.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.warder.authority.Accounts;
import dev.warder.authority.Actor;
import dev.warder.authority.IssuedToken;
import dev.warder.authority.Operator;
import dev.warder.authority.TokenAuthority;
import dev.warder.authority.TokenRequest;
import dev.warder.authority.TokenService;
import dev.warder.gate.revocation.RevocationFollower;
import dev.warder.gate.revocation.RevocationSet;
import dev.warder.gate.revocation.Revocations;
import dev.warder.testkit.TestIssuer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.sqlite.SQLiteDataSource;

/** A service that issues and revokes its tokens, with the drivers of Spring Boot. */
@ExtendWith(OutputCaptureExtension.class)
class StoreTest {
  private static final Actor ADA = new Actor("ada");
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

  @TempDir Path folder;

  /** Returns all settings that are needed, the later of a name in place of the earlier. */
  private String[] settings(String... more) {
    Map<String, String> all = new LinkedHashMap<>();
    String store = "warder.store.";
    all.put("warder.catalogue", "classpath:notes.yaml");
    all.put("warder.owners.sql.note", "select account from note where id = ?");
    all.put("spring.datasource.url", "jdbc:sqlite:" + folder.resolve("notes.db"));
    all.put(store + "place", folder.resolve("tokens.db").toString());
    all.put(store + "issuer", "https://notes.example.com");
    all.put(store + "audience", "notes");
    all.put(store + "encryptionKey", KEY);
    all.put(store + "auditKey", KEY);
    all.put(store + "mark", folder.resolve("mark").toString());
    all.put(store + "acceptAnyLogWhenThereIsNoMark", "true");
    for (String setting : more) {
      String[] parts = setting.split("=", 2);
      all.put(parts[0], parts[1]);
    }
    return all.entrySet().stream()
        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
        .toArray(String[]::new);
  }

  private static int status(Service service, IssuedToken token) throws Exception {
    return service.get("/v1/notes", "Authorization", "Bearer " + token.value()).statusCode();
  }

  @Test
  void versions_areThoseOfSpringBoot() {
    assertThat(jar(Flyway.class)).endsWith("flyway-core-12.4.0.jar");
    assertThat(jar(HikariDataSource.class)).endsWith("HikariCP-7.0.2.jar");
    assertThat(jar(SQLiteDataSource.class)).endsWith("sqlite-jdbc-3.53.4.0.jar");
  }

  private static String jar(Class<?> type) {
    return type.getProtectionDomain().getCodeSource().getLocation().getPath();
  }

  @Test
  void issuedToken_passesUntilItIsRevoked() throws Exception {
    IssuedToken kept;
    try (Service service = Service.startWith(settings())) {
      service
          .bean(Accounts.class)
          .add(Operator.whoHasTheStoreAndItsKeys("setup"), "A", "Example Ltd", "ada");
      TokenAuthority authority = service.bean(TokenAuthority.class);
      kept = authority.issue(ADA, TokenRequest.of("kept", "Read Note").expiring("30d"));
      IssuedToken revoked =
          authority.issue(ADA, TokenRequest.of("revoked", "Read Note").expiring("30d"));
      assertThat(status(service, revoked)).isEqualTo(200);
      authority.revoke(ADA, revoked.info().id());
      assertThat(status(service, revoked)).isEqualTo(401);
      assertThat(status(service, kept)).isEqualTo(200);
    }
    try (Service again =
        Service.startWith(settings("warder.store.acceptAnyLogWhenThereIsNoMark=false"))) {
      assertThat(status(again, kept)).isEqualTo(200);
    }
  }

  @Test
  void health_knowsTheStore() throws Exception {
    try (Service service =
        Service.startWith(
            settings(
                "warder.exclude=/actuator/*", "management.endpoint.health.show-details=always"))) {
      assertThat(service.get("/actuator/health").body())
          .contains("\"warder\":{\"details\":{\"revocations\":\"current\"},\"status\":\"UP\"}");
    }
  }

  /** What it revokes would be heeded by nobody. */
  @Configuration(proxyBeanMethods = false)
  static class OwnRevocations {
    @Bean
    Revocations own() {
      return RevocationSet.create(InstantSource.system(), new SecureRandom());
    }
  }

  /** What the store has, for the rest of the application. */
  @Configuration(proxyBeanMethods = false)
  static class Follower {
    @Bean
    RevocationFollower follower(TokenService service) {
      return service.follower();
    }
  }

  @Test
  void ownRevocations_areRefused() {
    assertThatThrownBy(() -> Service.startWith(List.of(OwnRevocations.class), settings()).close())
        .rootCause()
        .hasMessage(
            "warder.store: the store's revocations are the only ones: leave out the bean `own`");
  }

  @Test
  void control_followerOfTheStore_isABean() {
    Service.startWith(List.of(Follower.class), settings()).close();
  }

  @Test
  void text_hasNoSecret() {
    WarderProperties.Store store =
        new WarderProperties.Store(
            "jdbc:postgresql://db/tokens?user=u&password=pw",
            "notes",
            "a",
            KEY,
            KEY,
            "mark",
            false);
    assertThat(store).hasToString("Store[issuer=notes]");
  }

  @Test
  void unknownKey_isNamedWithoutItsValue(CapturedOutput output) {
    assertThatThrownBy(() -> Service.startWith(settings("warder.store.encryptKey=" + KEY)).close())
        .hasStackTraceContaining("warder.store.encryptkey");
    assertThat(output.getOut())
        .contains(
            "warder.store.encryptkey: there is no such setting; it is \"warder.store.encryptKey\"",
            "from property source \"commandLineArgs\"")
        .doesNotContain(KEY);
  }

  @Test
  void secret_mayBeInAFileOfItsOwner() throws Exception {
    Path file = Files.writeString(folder.resolve("key"), KEY);
    file.toFile().setReadable(false, false);
    file.toFile().setReadable(true, true);
    Service.startWith(settings("warder.store.encryptionKey=file:" + file)).close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          warder.store.issuer= | warder.store.issuer: name this service
          warder.store.audience= | warder.store.audience: name this API
          warder.store.mark= | warder.store.mark: name a file that this service alone uses
          warder.store.mark=a\0b | warder.store.mark: Nul character not allowed
          warder.store.auditKey= | warder.store.auditKey: set it to 32 random bytes in base64
          warder.store.auditKey=short | warder.store.auditKey: the setting does not hold the key
          warder.store.auditKey=file:a\0b | warder.store.auditKey: Nul character not allowed
          warder.store.encryptionKey=file:/none | warder.store.encryptionKey: /none: there is no such file
          warder.store.place=jdbc:oracle:x | warder.store:
          warder.store.acceptAnyLogWhenThereIsNoMark=false | warder.store:
          """)
  void wrongSetting_isNamed(String setting, String message) {
    assertThatThrownBy(() -> Service.startWith(settings(setting)).close())
        .rootCause()
        .hasMessageStartingWith(message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(KEY, TestIssuer.ISSUER));
  }
}
