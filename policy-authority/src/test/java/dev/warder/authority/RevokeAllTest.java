package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** To revoke very many tokens keeps nobody from changing something else. */
@ParameterizedClass
@EnumSource
class RevokeAllTest extends WithStore {
  private static final Actor ADA = new Actor("ada");
  private static final int MANY = 1_100;

  RevokeAllTest(Database database) {
    super(database);
  }

  @BeforeEach
  void addTokens() throws Exception {
    Accounts.of(store, new byte[32]).add(OPERATOR, "A", "Account A", ADA.user());
    addTokens("A", 1, MANY);
  }

  private TokenAuthority authority(FollowerWait.Pause pause) {
    return TokenAuthority.builder()
        .store(store)
        .catalogue(Authority.CATALOGUE)
        .issuer(Authority.ISSUER)
        .audience("control-api")
        .keys(() -> Authority.KEYS)
        .auditKey(new byte[32])
        .withoutGateInThisProcess()
        .bound(Duration.ZERO)
        .build(pause, new SecureRandom());
  }

  private long left() throws StoreFailure {
    return all(rows -> rows.tokens().page("A", 0, 9_999)).stream()
        .filter(token -> token.revokedAt().isEmpty())
        .count();
  }

  /** What is issued meanwhile is not meant. */
  @Test
  void revokeAll_manyTokens_othersChangeTheStoreInBetween() throws Exception {
    AtomicInteger issued = new AtomicInteger();
    FollowerWait.Pause issuing =
        time -> {
          try {
            if (!time.isZero()) {
              addTokens("A", 1, 1);
              issued.incrementAndGet();
            }
          } catch (StoreFailure e) {
            throw new IllegalStateException(e);
          }
        };
    assertThat(authority(issuing).revokeAll(ADA, "A")).isEqualTo(MANY);
    assertThat(issued).hasValue(2);
    assertThat(left()).isEqualTo(2);
    assertThat(AuditCheck.verify(CHAIN, store).isIntact()).isTrue();
  }

  @Test
  void revokeAll_failsInBetween_saysWhatIsDoneAndTheNextGoesOn() throws Exception {
    FollowerWait.Pause refusing =
        time -> {
          throw new InterruptedException();
        };
    StoreFailure failure =
        catchThrowableOfType(StoreFailure.class, () -> authority(refusing).revokeAll(ADA, "A"));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure)
        .hasMessage(
            "500 tokens were revoked, which every gate heeds within its bound; the others are not"
                + " yet, so do it again: the thread was interrupted");
    assertThat(left()).isEqualTo(MANY - 500);
    assertThat(authority(time -> {}).revokeAll(ADA, "A")).isEqualTo(MANY - 500);
  }

  @Test
  void revokeAll_storeFailsInBetween_saysWhatIsDone() throws Exception {
    FollowerWait.Pause closing = time -> damage();
    StoreFailure failure =
        catchThrowableOfType(StoreFailure.class, () -> authority(closing).revokeAll(ADA, "A"));
    assertThat(failure)
        .hasMessageStartingWith("500 tokens were revoked, which every gate heeds within its bound;")
        .hasMessageContaining("the store `");
  }

  private void damage() {
    try {
      database.run(place, "alter table revocation rename to gone");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
