package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.warder.gate.token.TokenVerifier;
import dev.warder.model.Catalogue;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a verifier would refuse is not issued, and nothing is written. */
class UnfitTokenTest extends WithStore {
  private static final Actor ADA = new Actor("ada");

  private Instant now = NOW;

  UnfitTokenTest() {
    super(Database.SQLITE);
  }

  @BeforeEach
  void makeAccount() throws Exception {
    Accounts.of(store, new byte[32]).add(OPERATOR, "A", "Account A", "ada");
  }

  private TokenAuthority authority(Catalogue catalogue, String audience) {
    return authority(store, catalogue, audience);
  }

  private static TokenAuthority authority(Store store, Catalogue catalogue, String audience) {
    return TokenAuthority.builder()
        .store(store)
        .catalogue(catalogue)
        .issuer(Authority.ISSUER)
        .audience(audience)
        .keys(() -> Authority.KEYS)
        .auditKey(new byte[32])
        .withoutGateInThisProcess()
        .build(time -> {}, new SecureRandom());
  }

  private void assertNotIssued(Catalogue catalogue, String message) throws Exception {
    TokenAuthority authority = authority(catalogue, "api");
    Refused refused =
        catchThrowableOfType(
            Refused.class, () -> authority.issue(ADA, TokenRequest.of("CI", "all")));
    assertThat(refused.reason()).isEqualTo(RefusalReason.UNFIT_TOKEN);
    assertThat(refused).hasMessage(message);
    assertThat(all(rows -> rows.tokens().page("A", 0, 10))).isEmpty();
    assertThat(all(rows -> rows.audit().page(0, 10))).hasSize(1);
  }

  @Test
  void issue_700CapabilitiesOf22Characters_refusedAsTooLong() throws Exception {
    assertNotIssued(
        LargeCatalogue.of(700, 22),
        "700 capabilities make a token of 23,797 characters; a token has at most 8,192: choose"
            + " fewer, or issue several tokens");
  }

  @Test
  void issue_2000Capabilities_refusedAsTooMany() throws Exception {
    assertNotIssued(
        LargeCatalogue.of(2_000, 4),
        "2,000 capabilities are too many; a token carries at most 1,024, in at most 8,192"
            + " characters: choose fewer, or issue several tokens");
  }

  @Test
  void issue_1024ShortCapabilities_areIssuedAndNoneMore() throws Exception {
    IssuedToken token =
        authority(LargeCatalogue.of(1_024, 1), "api").issue(ADA, TokenRequest.of("CI", "all"));
    assertThat(verifier("api").verify("Bearer " + token.value(), NOW.toEpochMilli()).capabilities())
        .hasSize(1_024);
    assertThat(
            catchThrowableOfType(
                Refused.class,
                () ->
                    authority(LargeCatalogue.of(1_025, 1), "api")
                        .issue(ADA, TokenRequest.of("CI", "all"))))
        .hasMessageStartingWith("1,025 capabilities are too many; ");
  }

  private static TokenVerifier verifier(String audience) {
    return TokenVerifier.builder()
        .acceptTokensThatWereRevoked()
        .issuer(Authority.ISSUER)
        .audience(audience)
        .keys(Authority.KEYS.keySet())
        .withoutClockSkew()
        .build();
  }

  /** An audience that is a character longer makes a token that is one or two longer. */
  @Test
  void issue_upTo8192Characters_isIssuedAndNoneLonger() throws Exception {
    Catalogue catalogue = LargeCatalogue.of(222, 22);
    TreeSet<Integer> issued = new TreeSet<>();
    List<String> refused = new ArrayList<>();
    for (int i = 240; i <= 256; i++) {
      String audience = "x".repeat(i);
      try {
        String value =
            authority(catalogue, audience).issue(ADA, TokenRequest.of("CI", "all")).value();
        assertThat(verifier(audience).verify("Bearer " + value, NOW.toEpochMilli()).capabilities())
            .hasSize(222);
        issued.add(value.length());
      } catch (Refused e) {
        refused.add(e.getMessage());
      }
    }
    assertThat(issued.last()).isEqualTo(8_192);
    assertThat(refused.get(0)).startsWith("222 capabilities make a token of 8,193 characters; ");
  }

  /** One that an authority without the rule issued, or one of fewer names. */
  @Test
  void rotate_tokenThatBecameTooLong_refusedAndNothingChanged() throws Exception {
    Catalogue catalogue = LargeCatalogue.of(222, 22);
    String id = authority(catalogue, "x").issue(ADA, TokenRequest.of("CI", "all")).info().id();
    List<TokenRow> before = all(rows -> rows.tokens().page("A", 0, 10));
    TokenAuthority authority = authority(catalogue, "x".repeat(256));
    Refused refused = catchThrowableOfType(Refused.class, () -> authority.rotate(ADA, id));
    assertThat(refused.reason()).isEqualTo(RefusalReason.UNFIT_TOKEN);
    assertThat(refused)
        .hasMessageStartingWith("222 capabilities make a token of 8,")
        .hasMessageEndingWith(": issue another with fewer, and revoke this one");
    assertThat(all(rows -> rows.tokens().page("A", 0, 10))).isEqualTo(before);
    assertThat(all(rows -> rows.revocations().page(1, 10))).isEmpty();
  }

  @Test
  void issue_expiryBeyondTheYear9999_refused() throws Exception {
    now = Instant.parse("9999-12-30T23:59:59Z");
    try (Store later = Store.open(place, (InstantSource) () -> now)) {
      TokenAuthority authority = authority(later, LargeCatalogue.of(3, 4), "api");
      IssuedToken last = authority.issue(ADA, TokenRequest.of("CI", "all"));
      assertThat(
              verifier("api").verify("Bearer " + last.value(), now.toEpochMilli()).capabilities())
          .hasSize(3);
      now = now.plusSeconds(1);
      assertThat(
              catchThrowableOfType(
                  Refused.class, () -> authority.issue(ADA, TokenRequest.of("CI", "all"))))
          .hasMessage(
              "a token's times are from 1970 to 9999, and this one's would be"
                  + " 9999-12-31T00:00:00Z and +10000-01-01T00:00:00Z: check the clock, or choose"
                  + " another expiry");
    }
  }
}
