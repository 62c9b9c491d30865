package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.warder.gate.revocation.RevocationFollower;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokenAuthorityBuilderTest extends WithStore {
  private static final Actor ADA = new Actor("ada");

  TokenAuthorityBuilderTest() {
    super(Database.SQLITE);
  }

  private TokenAuthorityBuilder complete() {
    return TokenAuthority.builder()
        .store(store)
        .catalogue(Authority.CATALOGUE)
        .issuer(Authority.ISSUER)
        .audience("a")
        .keys(() -> Authority.KEYS)
        .auditKey(new byte[32]);
  }

  @Test
  void build_neitherFollowerNorWithout_refused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> complete().build())
        .withMessage("set withoutGateInThisProcess(), or open a TokenService, which has a gate");
  }

  /** They stand in every token, and none could be signed. */
  @Test
  void issuerAndAudience_thatNoTokenCanHave_refused() {
    for (String text : List.of("", "a\nb", "\uD83D", "x".repeat(257))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> complete().issuer(text))
          .withMessage("an issuer has 1 to 256 characters, none of them a control");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> complete().audience(text))
          .withMessage("an audience has 1 to 256 characters, none of them a control");
    }
  }

  /** A wait of no length would end before gates of other processes heed a revocation. */
  @Test
  void bound_negativeOrLongerThanAnHour_refused() {
    for (Duration bound : List.of(Duration.ofNanos(-1), Duration.ofHours(1).plusNanos(1))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> complete().bound(bound))
          .withMessage("a bound is from 0 seconds to an hour, not " + bound);
    }
    assertThat(complete().bound(Duration.ZERO).bound(Duration.ofHours(1))).isNotNull();
  }

  @Test
  void build_followerAndWithout_refused() {
    try (RevocationFollower follower =
        RevocationFollower.builder(store.revocations())
            .mark(folder.resolve("mark"))
            .acceptAnyLogWhenThereIsNoMark()
            .clock(() -> NOW)
            .randomness(new SecureRandom())
            .build()) {
      assertThatIllegalStateException()
          .isThrownBy(() -> complete().follower(follower).withoutGateInThisProcess().build());
    }
  }

  @Test
  void revoke_withoutGate_stillWaitsForTheBoundOfOthers() throws Exception {
    List<Duration> pauses = new ArrayList<>();
    TokenAuthority authority =
        complete()
            .withoutGateInThisProcess()
            .bound(Duration.ofMillis(700))
            .build(pauses::add, new SecureRandom());
    Accounts.of(store, new byte[32]).add(OPERATOR, "A", "Account A", "ada");
    IssuedToken token = authority.issue(ADA, TokenRequest.of("CI", "all"));
    assertThat(pauses).isEmpty();
    authority.revoke(ADA, token.info().id());
    assertThat(pauses).containsExactly(Duration.ofMillis(700));
  }
}
