package dev.warder.gate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.warder.engine.ResourceOwners;
import dev.warder.gate.Gate;
import dev.warder.gate.GateBuilder;
import dev.warder.model.ControlApi;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each wrong setting of an issuer is named with what would be right. */
class ConfiguredIssuersTest {
  @TempDir Path folder;
  private String keys;

  @BeforeEach
  void writeKeys() throws Exception {
    JWKSet set =
        new JWKSet(
            new ECKeyGenerator(Curve.P_256).keyID("1").algorithm(JWSAlgorithm.ES256).generate());
    keys = Files.writeString(folder.resolve("keys.json"), set.toString()).toString();
  }

  /** Returns an issuer that is right, but for the settings that are given as {@code key=value}. */
  private IssuerSettings issuer(String... others) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("issuer", "https://id.example.com");
    all.put("keys", keys);
    all.put("audience", "notes");
    all.put("profile", "strict");
    all.put("clockSkew", "PT10S");
    Arrays.stream(others)
        .map(other -> other.split("=", 2))
        .forEach(other -> all.put(other[0], other[1]));
    all.values().removeIf(String::isEmpty);
    return new IssuerSettings(
        all.get("uri"),
        all.get("issuer"),
        all.get("keys"),
        all.get("audience"),
        all.get("profile"),
        all.get("accountClaim"),
        Duration.parse(all.get("clockSkew")),
        all.get("accountPrefix"));
  }

  private static void build(ConfiguredIssuers issuers) {
    GateBuilder gate =
        Gate.builder()
            .catalogue(ControlApi.catalogue(), ResourceOwners.of(Map.of()))
            .acceptTokensThatWereRevoked();
    issuers.addTo(gate);
    gate.build().close();
  }

  @Test
  void control_oneIssuerAndTwo_areBuilt() {
    try (ConfiguredIssuers one = ConfiguredIssuers.of(List.of(issuer()));
        ConfiguredIssuers two =
            ConfiguredIssuers.of(
                List.of(
                    issuer("accountPrefix=a/"),
                    issuer("issuer=https://b.example.com", "accountPrefix=b/")));
        ConfiguredIssuers elsewhere =
            ConfiguredIssuers.verifiedElsewhere(List.of(issuer("keys=")))) {
      build(one);
      build(two);
      build(elsewhere);
      assertThat(two.problems()).isEmpty();
    }
  }

  @Test
  void uri_namesIssuerAndKeysUnlessTheIssuerIsSet() {
    String uri = "uri=https://id.example.com/realms/a";
    try (ConfiguredIssuers named = ConfiguredIssuers.of(List.of(issuer("issuer=", "keys=", uri)));
        ConfiguredIssuers other = ConfiguredIssuers.of(List.of(issuer("keys=", uri)))) {
      build(named);
      build(other);
      assertThat(named.problems()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          issuer= | issuers[0].uri: name the issuer's address
          audience= | issuers[0].audience: name this API
          keys= | issuers[0].keys: name the keys' address or file
          uri=https://id.example.com | issuers[0].keys: uri names the keys already
          keys=none.json | issuers[0].keys: none.json cannot be read
          keys=pom.xml | issuers[0].keys: pom.xml:
          keys=http://id.example.com/keys | issuers[0].keys: keys come from an https address
          keys=https: | issuers[0].keys:
          clockSkew=PT-1S | issuers[0].clockSkew:
          profile=keyclock | issuers[0].profile: keyclock is neither a file that can be read nor one of strict
          profile=pom.xml | issuers[0].profile: it is no profile:
          profile=github-actions | issuers[0].profile:
          accountPrefix=a/ | issuers[0].accountPrefix: the accounts of one issuer have no prefix
          """)
  void wrongSetting_isNamed(String setting, String message) {
    refuses(message, ConfiguredIssuers.of(List.of(issuer(setting))));
  }

  @ParameterizedTest
  @CsvSource({
    "'', b/, issuers[0].accountPrefix: of several issuers each has a prefix",
    "a/, '', issuers[1].accountPrefix: of several issuers each has a prefix",
  })
  void severalIssuers_haveAPrefixEach(String one, String two, String message) {
    refuses(
        message,
        ConfiguredIssuers.of(
            List.of(
                issuer("accountPrefix=" + one),
                issuer("issuer=https://b.example.com", "accountPrefix=" + two))));
  }

  @Test
  void claimBesideAProfileFile_isRefused() {
    refuses(
        "issuers[0].accountClaim: it goes with the name of a profile; in a file, write account: a",
        ConfiguredIssuers.of(List.of(issuer("profile=file.yaml", "accountClaim=a"))));
  }

  @Test
  void keysOfWhatIsVerifiedElsewhere_areRefused() {
    refuses(
        "issuers[0].keys: the tokens are verified elsewhere",
        ConfiguredIssuers.verifiedElsewhere(List.of(issuer())));
  }

  @Test
  void none_isRefused() {
    refuses("issuers: name an issuer", ConfiguredIssuers.of(List.of()));
  }

  private static void refuses(String message, ConfiguredIssuers issuers) {
    try (issuers) {
      assertThatThrownBy(() -> build(issuers))
          .isInstanceOf(InvalidSetting.class)
          .hasMessageStartingWith(message);
    }
  }
}
