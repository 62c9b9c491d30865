package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.engine.ResourceOwners;
import dev.warder.gate.Gate;
import dev.warder.gate.GateRequest;
import dev.warder.gate.token.TokenVerifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LastUsedTest extends WithStore {
  private static final Actor ADMIN = new Actor("u-1");
  private Instant now = NOW;
  private Authority authority;
  private IssuedToken token;

  LastUsedTest() {
    super(Database.SQLITE);
  }

  @BeforeEach
  void issue() throws Exception {
    authority = new Authority(store, folder.resolve("mark"), () -> NOW);
    authority.accounts.add(OPERATOR, "A", "Account A", ADMIN.user());
    token = authority.tokens.issue(ADMIN, TokenRequest.of("n", "read:app"));
  }

  @AfterEach
  void close() {
    authority.close();
  }

  /** Uses the token once, or somebody's else, with a gate that ends before this returns. */
  private void use(LastUsed lastUsed, String value) {
    try (Gate gate =
        Gate.builder()
            .catalogue(Authority.CATALOGUE, ResourceOwners.checkedByCaller())
            .tokens(
                TokenVerifier.builder()
                    .issuer(Authority.ISSUER)
                    .audience("control-api")
                    .keys(Authority.KEYS.keySet())
                    .withoutClockSkew())
            .acceptTokensThatWereRevoked()
            .clock(() -> now)
            .listener(lastUsed)
            .build()) {
      gate.authorize(
          GateRequest.builder()
              .authorization(value)
              .method("GET")
              .target("/v1/me")
              .client("192.0.2.7")
              .build());
    }
  }

  private Optional<Instant> lastUsed() throws Exception {
    return authority.tokens.get(ADMIN, token.info().id()).lastUsedAt();
  }

  @Test
  void use_first_isNoted() throws Exception {
    assertThat(lastUsed()).isEmpty();
    use(LastUsed.in(store), "Bearer " + token.value());
    assertThat(lastUsed()).contains(NOW);
  }

  @Test
  void use_withinTenMinutes_isNotNotedAgain() throws Exception {
    LastUsed lastUsed = LastUsed.in(store);
    use(lastUsed, "Bearer " + token.value());
    now = NOW.plus(Duration.ofMinutes(10)).minusMillis(1);
    use(lastUsed, "Bearer " + token.value());
    use(LastUsed.in(store), "Bearer " + token.value());
    assertThat(lastUsed()).contains(NOW);
    now = NOW.plus(Duration.ofMinutes(10));
    use(lastUsed, "Bearer " + token.value());
    assertThat(lastUsed()).contains(now);
  }

  @Test
  void use_ofAnotherGate_isNotedFromTenMinutesOn() throws Exception {
    use(LastUsed.in(store), "Bearer " + token.value());
    now = NOW.plus(Duration.ofMinutes(10));
    use(LastUsed.in(store), "Bearer " + token.value());
    assertThat(lastUsed()).contains(now);
  }

  @Test
  void use_clockBack_theLaterNoteStays() throws Exception {
    use(LastUsed.in(store), "Bearer " + token.value());
    now = NOW.minus(Duration.ofHours(0).plusMillis(100));
    use(LastUsed.in(store), "Bearer " + token.value());
    assertThat(lastUsed()).contains(NOW);
  }

  @Test
  void use_ofNoToken_isNothing() throws Exception {
    use(LastUsed.in(store), "Bearer x");
    assertThat(lastUsed()).isEmpty();
  }

  @Test
  void store_fails_isTriedAgainWithTheNext() throws Exception {
    LastUsed lastUsed = LastUsed.in(store);
    database.run(place, "alter table token rename to away");
    use(lastUsed, "Bearer " + token.value());
    database.run(place, "alter table away rename to token");
    assertThat(lastUsed()).isEmpty();
    lastUsed.caughtUp();
    assertThat(lastUsed()).contains(NOW);
  }
}
