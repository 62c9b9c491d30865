package dev.warder.gate.revocation;

import static dev.warder.gate.revocation.Tokens.EXPIRES;
import static dev.warder.gate.revocation.Tokens.ISSUED;
import static dev.warder.gate.revocation.Tokens.ISSUER;
import static dev.warder.gate.revocation.Tokens.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warder.gate.revocation.Revocation.OfAccount;
import dev.warder.gate.revocation.Revocation.OfToken;
import dev.warder.gate.revocation.Revocation.OfUser;
import dev.warder.gate.revocation.Revocation.OfValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RevocationTest {
  @Test
  void ofValue_aToken_itsValueAndExpiry() {
    assertThat(Revocation.ofValue(TOKEN)).isEqualTo(new OfValue(ISSUER, "v-1", EXPIRES));
    assertThat(Revocation.ofValue(Tokens.neverExpiring()))
        .isEqualTo(new OfValue(ISSUER, "v-1", null));
    assertThat(Revocation.ofToken(TOKEN)).isEqualTo(new OfToken(ISSUER, "t-1"));
  }

  /** Each part that a name can differ in, near and far: what covers is what a set answers. */
  @Test
  void covers_everyRevocationAndTokenOfASmallWorld_asASetAnswers() {
    List<String> names = List.of("a", "b");
    List<Instant> instants = List.of(ISSUED, ISSUED.plusNanos(1), ISSUED.plusSeconds(86_400));
    List<Optional<Instant>> expiries =
        List.of(
            Optional.empty(),
            Optional.of(EXPIRES),
            Optional.of(EXPIRES.plusSeconds(1)),
            Optional.of(EXPIRES.plusSeconds(86_400)));
    int covered = 0;
    for (Revocation revocation : revocations(names, instants, expiries)) {
      RevocationSet set = RevocationSet.create(() -> ISSUED, new Random(3));
      set.revoke(revocation);
      for (TokenIdentity token : tokens(names, instants, expiries)) {
        assertThat(set.check(token) == RevocationAnswer.REVOKED)
            .as("%s, %s", revocation, token)
            .isEqualTo(revocation.covers(token));
        covered += revocation.covers(token) ? 1 : 0;
      }
    }
    // Of 384 tokens 96 have the two names, 24 of them each expiry, and 32 each time of issue.
    int ofTokens = 4 * 96;
    int ofValues = 4 * (96 + 48 + 48 + 24);
    int ofAccountsAndUsers = 2 * 4 * (0 + 32 + 64);
    assertThat(covered).isEqualTo(ofTokens + ofValues + ofAccountsAndUsers);
  }

  private static List<Revocation> revocations(
      List<String> names, List<Instant> instants, List<Optional<Instant>> expiries) {
    ArrayList<Revocation> all = new ArrayList<>();
    for (String issuer : names) {
      for (String name : names) {
        all.add(new OfToken(issuer, name));
        expiries.forEach(expiry -> all.add(new OfValue(issuer, name, expiry.orElse(null))));
        instants.forEach(instant -> all.add(new OfAccount(issuer, name, instant)));
        instants.forEach(instant -> all.add(new OfUser(issuer, name, instant)));
      }
    }
    return all;
  }

  private static List<TokenIdentity> tokens(
      List<String> names, List<Instant> instants, List<Optional<Instant>> expiries) {
    ArrayList<TokenIdentity> all = new ArrayList<>();
    for (int bits = 0; bits < 32; bits++) {
      for (Instant instant : instants) {
        for (Optional<Instant> expiry : expiries) {
          all.add(
              new TokenIdentity(
                  names.get(bits & 1),
                  names.get(bits >> 1 & 1),
                  names.get(bits >> 2 & 1),
                  names.get(bits >> 3 & 1),
                  names.get(bits >> 4),
                  instant,
                  expiry.orElse(null)));
        }
      }
    }
    return all;
  }

  @Test
  void identifiers_atTheirBounds() {
    assertThat(new OfToken("i", "x".repeat(256)).tokenId()).hasSize(256);
    assertThat(new OfToken("i", "\uD83D\uDE00 \u00A0").tokenId()).hasSize(4);
    for (String bad :
        List.of("", "x".repeat(257), "a\n", "\u001F", "\u007F", "\u009F", "\uD83D", "\uDE00x")) {
      assertThatIllegalArgumentException().isThrownBy(() -> new OfToken("i", bad));
      assertThatIllegalArgumentException().isThrownBy(() -> new OfToken(bad, "t"));
      assertThatIllegalArgumentException().isThrownBy(() -> new OfValue("i", bad, null));
      assertThatIllegalArgumentException().isThrownBy(() -> new OfValue(bad, "v", null));
      assertThatIllegalArgumentException().isThrownBy(() -> new OfAccount("i", bad, ISSUED));
      assertThatIllegalArgumentException().isThrownBy(() -> new OfAccount(bad, "a", ISSUED));
      assertThatIllegalArgumentException().isThrownBy(() -> new OfUser("i", bad, ISSUED));
      assertThatIllegalArgumentException().isThrownBy(() -> new OfUser(bad, "u", ISSUED));
    }
  }
}
