package dev.warder.issuers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Lists;
import dev.warder.gate.GateReason;
import dev.warder.gate.token.TokenFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Gates that trust real issuers: one each, and all at once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IssuersIT {
  /** The pace at which a verifier fetches keys that its set lacks. */
  private static final Duration PACE = Duration.ofSeconds(15);

  private static final int ROTATIONS = 3;

  /** What is wrong with the token of another issuer: how it looks, or whose key signed it. */
  private static final Set<TokenFault> OF_ANOTHER_ISSUER =
      EnumSet.of(
          TokenFault.TYPE,
          TokenFault.ACCOUNT,
          TokenFault.CAPABILITIES,
          TokenFault.UNKNOWN_KEY,
          TokenFault.KEY_NOT_LOOKED_FOR);

  private final List<Issuer> issuers = new ArrayList<>();
  private Keycloak keycloak;
  private SpringAuthorizationServer spring;
  private OidcProvider oidcProvider;

  @BeforeAll
  void start() throws Exception {
    keycloak = started(new Keycloak());
    spring = started(new SpringAuthorizationServer());
    oidcProvider = started(new OidcProvider());
  }

  private <T extends Issuer> T started(T issuer) {
    issuers.add(issuer);
    return issuer;
  }

  @AfterAll
  void stop() {
    Lists.reverse(issuers).forEach(Issuer::close);
  }

  @Nested
  class OfKeycloak extends IssuerTests {
    OfKeycloak() {
      super(keycloak);
    }

    @Test
    void idTokenOfUser_isRefused() throws Exception {
      checkTokensOfUser(keycloak.tokensOfUser());
    }

    @Test
    void tokenOfTheTypeOfRfc9068_isAllowed() throws Exception {
      checkAllowed(keycloak.tokenOfRfc9068());
    }
  }

  @Nested
  class OfSpringAuthorizationServer extends IssuerTests {
    OfSpringAuthorizationServer() {
      super(spring);
    }

    @Test
    void idTokenOfUser_isRefused() throws Exception {
      checkTokensOfUser(spring.tokensOfUser());
    }
  }

  @Nested
  class OfOidcProvider extends IssuerTests {
    OfOidcProvider() {
      super(oidcProvider);
    }
  }

  /** All accounts but one are called {@code acme}. */
  @Test
  void tokenOfEachIssuer_reachesTheAccountOfThatIssuerAlone() throws Exception {
    try (NotesGate gate = NotesGate.ofSeveral(issuers)) {
      for (Issuer issuer : issuers) {
        String token = issuer.token("read:note");
        for (Issuer other : issuers) {
          assertThat(gate.get(other.name(), token).reason())
              .isEqualTo(issuer == other ? GateReason.ALLOWED : GateReason.WRONG_ACCOUNT);
        }
      }
    }
  }

  @Test
  void tokenThatClaimsAnotherIssuer_isRefused() throws Exception {
    try (NotesGate gate = NotesGate.ofSeveral(issuers)) {
      for (Issuer issuer : issuers) {
        String genuine = issuer.token("read:note");
        assertThat(gate.get(issuer.name(), genuine).reason()).isEqualTo(GateReason.ALLOWED);
        for (Issuer other : issuers) {
          if (issuer != other) {
            String token = Forged.inTheNameOf(other.address(), genuine);
            assertThat(gate.get(other.name(), token).fault())
                .hasValueSatisfying(fault -> assertThat(fault).isIn(OF_ANOTHER_ISSUER));
          }
        }
      }
    }
  }

  @Test
  void tokenInTheNameOfOneIssuer_signedByTheKeyOfAnother_isRefused() throws Exception {
    try (NotesGate gate = NotesGate.ofSeveral(issuers)) {
      String genuine = keycloak.token("read:note");
      assertThat(gate.get(keycloak.name(), spring.signed(genuine, Forged.keyId(genuine))).fault())
          .contains(TokenFault.SIGNATURE);
      String ownKey = Forged.keyId(spring.token("read:note"));
      assertThat(gate.get(keycloak.name(), spring.signed(genuine, ownKey)).fault())
          .contains(TokenFault.UNKNOWN_KEY);
      assertThat(gate.get(keycloak.name(), genuine).reason()).isEqualTo(GateReason.ALLOWED);
    }
  }

  @Test
  void issuersRotateWhileStrangersNameUnknownKeys_noGoodTokenIsInvalid() throws Exception {
    List<Integer> before = issuers.stream().map(Issuer::fetchesOfKeys).toList();
    long start = System.nanoTime();
    try (NotesGate gate = NotesGate.ofSeveral(issuers);
        Traffic traffic = new Traffic(gate, issuers)) {
      for (int i = 0; i < ROTATIONS; i++) {
        rotate(traffic);
      }
      assertThat(traffic.wrong()).isEmpty();
      List<Integer> fetches = new ArrayList<>();
      for (int i = 0; i < issuers.size(); i++) {
        fetches.add(issuers.get(i).fetchesOfKeys() - before.get(i));
      }
      Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
      System.out.printf(
          "rotation: %d s; good tokens: %d allowed, %d answered with 503; %d of strangers refused;"
              + " fetches of each key set: %s%n",
          elapsed.toSeconds(), traffic.allowed(), traffic.sentAway(), traffic.refused(), fetches);
      assertThat(traffic.refused()).isGreaterThan(1000);
      // The first fetch, one for the first unknown key, and then the pace.
      assertThat(fetches).allMatch(count -> count <= 2 + elapsed.dividedBy(PACE));
    }
  }

  /** Rotates the keys of all issuers, and returns once each new one has served. */
  private void rotate(Traffic traffic) throws Exception {
    for (Issuer issuer : issuers) {
      String old = Forged.keyId(issuer.token("read:note"));
      issuer.rotate();
      String key = Forged.keyId(issuer.token("read:note"));
      assertThat(key).isNotEqualTo(old);
    }
    for (Issuer issuer : issuers) {
      String key = Forged.keyId(issuer.token("read:note"));
      Waiting.until(
          "a token by the new key of " + issuer.name(),
          () -> traffic.hasAllowed(key) || !traffic.wrong().isEmpty());
    }
  }
}
