package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.warder.authority.key.KeyRing;
import dev.warder.authority.key.SigningKey;
import dev.warder.gate.token.AccessToken;
import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.TokenVerifier;
import dev.warder.model.Catalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is issued is accepted; what could not be is refused, and never an internal error. */
class IssuedTokenProperties {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final List<KeyRing> RINGS =
      List.of(ring(Algorithm.EDDSA), ring(Algorithm.ES256), ring(Algorithm.HS256));

  private static KeyRing ring(Algorithm algorithm) {
    return KeyRing.of(SigningKey.generate(algorithm, RANDOM, Database.NOW));
  }

  /** Identifiers of every length, of characters that take one to six in JSON and UTF-8. */
  @Provide
  Arbitrary<String> identifiers() {
    return Arbitraries.strings().withChars("a\"\\/\u00e9\u4e2d~").ofMinLength(1).ofMaxLength(256);
  }

  @Property(tries = 40)
  void issueAndRotate_whateverIsChosen_acceptedByAVerifierOrRefused(
      @ForAll @IntRange(min = 1, max = 1_300) int capabilities,
      @ForAll @IntRange(min = 1, max = 256) int characters,
      @ForAll("identifiers") String user,
      @ForAll("identifiers") String account,
      @ForAll("identifiers") String issuer,
      @ForAll("identifiers") String audience,
      @ForAll @IntRange(min = 0, max = 2) int ring,
      @ForAll @IntRange(min = 0, max = 2) int expiry)
      throws Exception {
    Path folder = Files.createTempDirectory("issued");
    Catalogue catalogue = LargeCatalogue.of(capabilities, Math.max(1, characters / 16));
    Actor actor = new Actor(user);
    String lifetime = List.of("1d", "36500d", "never").get(expiry);
    try (Store store = Store.open(folder.resolve("t.db").toString(), () -> Database.NOW)) {
      Accounts.of(store, new byte[32]).add(WithStore.OPERATOR, account, "An account", user);
      KeyRing keys = RINGS.get(ring);
      TokenAuthority authority =
          TokenAuthority.builder()
              .store(store)
              .catalogue(catalogue)
              .issuer(issuer)
              .audience(audience)
              .keys(() -> keys)
              .auditKey(new byte[32])
              .withoutGateInThisProcess()
              .build(time -> {}, RANDOM);
      TokenVerifier verifier =
          TokenVerifier.builder()
              .acceptTokensThatWereRevoked()
              .issuer(issuer)
              .audience(audience)
              .keys(keys.keySet())
              .withoutClockSkew()
              .acceptTokensThatNeverExpire()
              .build();
      try {
        IssuedToken token = authority.issue(actor, TokenRequest.of("CI", "all").expiring(lifetime));
        assertAccepted(verifier, token, capabilities);
        Rotation rotation = authority.rotate(actor, token.info().id(), lifetime);
        assertAccepted(verifier, rotation.token(), capabilities);
      } catch (Refused e) {
        assertThat(e.reason()).isEqualTo(RefusalReason.UNFIT_TOKEN);
        List<TokenRow> kept = store.read(rows -> rows.tokens().page(account, 0, 10));
        assertThat(kept).isEmpty();
      }
    } finally {
      MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
    }
  }

  private static void assertAccepted(TokenVerifier verifier, IssuedToken token, int capabilities)
      throws Exception {
    AccessToken accepted = verifier.verify("Bearer " + token.value(), Database.NOW.toEpochMilli());
    assertThat(accepted.tokenId()).isEqualTo(token.info().id());
    assertThat(accepted.capabilities()).hasSize(capabilities);
  }
}
