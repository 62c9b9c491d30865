package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.authority.key.KeyRing;
import dev.warder.authority.key.TokenContent;
import dev.warder.engine.ResourceOwners;
import dev.warder.gate.Gate;
import dev.warder.gate.GateRequest;
import dev.warder.gate.token.TokenVerifier;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LastUsedTest extends WithStore {
  private static final Actor ADMIN = new Actor("u-1");
  private static final String OTHER = "https://other.example.com";
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
    use(lastUsed, value, Authority.ISSUER, Authority.KEYS);
  }

  private void use(LastUsed lastUsed, String value, String issuer, KeyRing keys) {
    try (Gate gate =
        Gate.builder()
            .catalogue(Authority.CATALOGUE, ResourceOwners.checkedByCaller())
            .tokens(
                TokenVerifier.builder()
                    .issuer(issuer)
                    .audience("control-api")
                    .keys(keys.keySet())
                    .acceptTokensThatNeverExpire()
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
    use(LastUsed.of(store), "Bearer " + token.value());
    assertThat(lastUsed()).contains(NOW);
  }

  @Test
  void use_withinTenMinutes_isNotNotedAgain() throws Exception {
    LastUsed lastUsed = LastUsed.of(store);
    use(lastUsed, "Bearer " + token.value());
    now = NOW.plus(Duration.ofMinutes(10)).minusMillis(1);
    use(lastUsed, "Bearer " + token.value());
    use(LastUsed.of(store), "Bearer " + token.value());
    assertThat(lastUsed()).contains(NOW);
    now = NOW.plus(Duration.ofMinutes(10));
    use(lastUsed, "Bearer " + token.value());
    assertThat(lastUsed()).contains(now);
  }

  @Test
  void use_ofAnotherGate_isNotedFromTenMinutesOn() throws Exception {
    use(LastUsed.of(store), "Bearer " + token.value());
    now = NOW.plus(Duration.ofMinutes(10));
    use(LastUsed.of(store), "Bearer " + token.value());
    assertThat(lastUsed()).contains(now);
  }

  @Test
  void use_clockBack_theLaterNoteStays() throws Exception {
    use(LastUsed.of(store), "Bearer " + token.value());
    now = NOW.minus(Duration.ofHours(0).plusMillis(100));
    use(LastUsed.of(store), "Bearer " + token.value());
    assertThat(lastUsed()).contains(NOW);
  }

  /** A clock once stood in 2100. */
  @Test
  void use_clockWasAhead_isNotedOnceTheClockIsRight() throws Exception {
    LastUsed lastUsed = LastUsed.of(store);
    now = Instant.parse("2100-01-01T00:00:00Z");
    use(lastUsed, "Bearer " + never());
    now = NOW;
    use(lastUsed, "Bearer " + never());
    assertThat(lastUsed()).contains(NOW);
    now = NOW.plus(Duration.ofMinutes(10));
    use(lastUsed, "Bearer " + never());
    assertThat(lastUsed()).contains(now);
  }

  @Test
  void use_byAnotherGateWhoseClockWasAhead_isNotedOnceTheClockIsRight() throws Exception {
    now = Instant.parse("2100-01-01T00:00:00Z");
    use(LastUsed.of(store), "Bearer " + never());
    now = NOW;
    use(LastUsed.of(store), "Bearer " + never());
    assertThat(lastUsed()).contains(NOW);
  }

  /** Returns a value of the token that is valid in 2100, too. */
  private String never() {
    return Authority.KEYS
        .signingKey(NOW)
        .sign(
            new TokenContent(
                Authority.ISSUER,
                "control-api",
                ADMIN.user(),
                "v-never",
                token.info().id(),
                "A",
                List.of("read:app"),
                NOW.truncatedTo(ChronoUnit.SECONDS),
                null));
  }

  @Test
  void use_ofNoToken_isNothing() throws Exception {
    use(LastUsed.of(store), "Bearer x");
    assertThat(lastUsed()).isEmpty();
  }

  @Test
  void store_fails_isTriedAgainWithTheNext() throws Exception {
    LastUsed lastUsed = LastUsed.of(store);
    database.run(place, "alter table token rename to away");
    use(lastUsed, "Bearer " + token.value());
    database.run(place, "alter table away rename to token");
    assertThat(lastUsed()).isEmpty();
    lastUsed.caughtUp();
    assertThat(lastUsed()).contains(NOW);
  }

  /** Another issuer may give the same id: its use is not the use of this token. */
  @Test
  void use_ofAnotherIssuersTokenWithTheSameId_isNotNoted() throws Exception {
    LastUsed lastUsed = LastUsed.of(store);
    use(lastUsed, "Bearer " + ofAnotherIssuer(token.info().id()), OTHER, Authority.KEYS);
    assertThat(lastUsed()).isEmpty();
    use(lastUsed, "Bearer " + token.value());
    assertThat(lastUsed()).contains(NOW);
  }

  @Test
  void store_failsForLong_waitingIsBounded() throws Exception {
    LastUsed lastUsed = LastUsed.of(store, 2);
    database.run(place, "alter table token rename to away");
    for (int i = 0; i < 5; i++) {
      use(lastUsed, "Bearer " + ofAnotherIssuer("t-" + i), OTHER, Authority.KEYS);
    }
    assertThat(lastUsed.waiting()).isEqualTo(2);
    database.run(place, "alter table away rename to token");
    lastUsed.caughtUp();
    assertThat(lastUsed.waiting()).isZero();
  }

  private static String ofAnotherIssuer(String tokenId) throws Exception {
    return Authority.KEYS
        .signingKey(NOW)
        .sign(
            new TokenContent(
                OTHER,
                "control-api",
                ADMIN.user(),
                "v-" + tokenId,
                tokenId,
                "A",
                List.of("read:app"),
                NOW.truncatedTo(ChronoUnit.SECONDS),
                NOW.truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofDays(1))));
  }
}
