package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.warder.authority.StoreFailure.Kind;
import dev.warder.authority.event.FileEvent;
import dev.warder.authority.key.KeyWrapping;
import dev.warder.gate.GateReason;
import dev.warder.gate.token.AccessToken;
import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.TokenVerifier;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What reads a store besides a follower reads the one in its place, or fails. */
class ReplacedStoreReadersTest extends WithStore {
  private static final Actor ADA = new Actor("ada");
  private static final Duration NEVER = Duration.ofDays(1);

  private Authority authority;
  private IssuedToken token;

  ReplacedStoreReadersTest() {
    super(Database.SQLITE);
  }

  @BeforeEach
  void issue() throws Exception {
    authority = new Authority(store, folder.resolve("mark"), () -> NOW);
    authority.accounts.add(OPERATOR, "A", "Account A", "ada");
    token = authority.tokens.issue(ADA, TokenRequest.of("n", "write:app"));
    assertThat(authority.ask(token)).isEqualTo(GateReason.ALLOWED);
  }

  @AfterEach
  void close() {
    authority.close();
  }

  private static StoredKeys keys(Store store) {
    return StoredKeys.of(store, KeyWrapping.of(new byte[32]), new byte[32], new SecureRandom());
  }

  private AccessToken verified() throws Exception {
    return TokenVerifier.builder()
        .acceptTokensThatWereRevoked()
        .issuer(Authority.ISSUER)
        .audience("control-api")
        .keys(Authority.KEYS.keySet())
        .withoutClockSkew()
        .build()
        .verify("Bearer " + token.value(), NOW.toEpochMilli());
  }

  /** Puts a copy in the store's place, in which another program has changed something. */
  private void replace(Work<?, RuntimeException> change) throws Exception {
    Path file = Path.of(place);
    FileEvent.backUp(file);
    try (Store copy = database.open(FileEvent.backup(file).toString())) {
      copy.write(change);
    }
    FileEvent.BACKUP_MOVED_IN_AND_LOG_REMOVED.happen(file);
  }

  @Test
  void describe_revokedInTheCopy_refused() throws Exception {
    AccessToken presented = verified();
    assertThat(authority.tokens.describe(presented).accountName()).isEqualTo("Account A");
    replace(rows -> rows.tokens().revoke(token.info().id(), NOW));
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> authority.tokens.describe(presented))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(RefusalReason.REVOKED));
  }

  @Test
  void followedKeys_retiredInTheCopy_goneWithTheNextPoll() throws Exception {
    try (FollowedKeys followed = FollowedKeys.start(keys(store), Algorithm.EDDSA, NEVER)) {
      keys(store).rotate(OPERATOR, Algorithm.EDDSA, Duration.ZERO);
      followed.poll();
      String retired = followed.ring().uses().get(0).key().id();
      assertThat(followed.ring().uses()).hasSize(2);
      replace(rows -> rows.signingKeys().retire(retired, NOW));
      followed.poll();
      assertThat(followed.ring().uses()).hasSize(1);
      assertThat(followed.ring().uses().get(0).key().id()).isNotEqualTo(retired);
    }
  }

  @Test
  void followedKeys_anotherStoreInItsPlace_failsAndMakesNoKeyThere() throws Exception {
    try (FollowedKeys followed = FollowedKeys.start(keys(store), Algorithm.EDDSA, NEVER)) {
      String first = followed.ring().uses().get(0).key().id();
      replace(
          rows -> {
            rows.signingKeys().retire(first, NOW);
            return null;
          });
      database.run(place, "update store set id = '00000000000000000000000000000000'");
      assertThatExceptionOfType(StoreFailure.class)
          .isThrownBy(followed::poll)
          .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REPLACED));
      assertThat(followed.ring().uses()).hasSize(1);
      try (Store other = database.open(place)) {
        assertThat(other.<Integer, RuntimeException>read(rows -> rows.signingKeys().list().size()))
            .isEqualTo(1);
      }
    }
  }

  /** Such as when a token was last used. */
  @Test
  void write_aCopyInItsPlace_goesThere() throws Exception {
    replace(rows -> null);
    store.write(
        rows -> {
          rows.tokens()
              .touch(Authority.ISSUER, token.info().id(), NOW.plusSeconds(1), Duration.ZERO);
          return null;
        });
    try (Store other = database.open(place)) {
      Optional<TokenRow> row = other.read(rows -> rows.tokens().get(token.info().id()));
      assertThat(row.orElseThrow().lastUsedAt()).contains(NOW.plusSeconds(1));
    }
  }
}
