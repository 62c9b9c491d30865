package dev.warder.gate.token;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each hostile token of the tests, under each named profile. It is made of the profile's own good
 * token, and signed anew where header or claims differ, so that it is refused for what it is.
 *
 * <p>These kinds come from {@code tokens.json}, and from the tests that {@link TextChanges} names:
 * text and parts, encodings, JSON, header members, algorithms, key ids, types, claims of each role,
 * times, expiry and capabilities. Wrong signatures of each algorithm are those of {@link
 * WrongSignatureTest}, and keys that are used for another algorithm those of {@link
 * AlgorithmConfusionTest}. Tokens of an issuer that are no access tokens, and of clients or
 * subjects that are not accepted, stand in the vectors of {@code issuers/}.
 */
class HostileTokensTest {
  private static final String ACCEPTED = "accepted";

  static final List<HostileChange> CHANGES = changes();

  private static List<HostileChange> changes() {
    try {
      List<HostileChange> all =
          new ArrayList<>(VectorChanges.all(TokenVectorFile.read("tokens.json")));
      all.addAll(TextChanges.all());
      return all;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static Stream<GoodToken> goodTokens() {
    return GoodToken.all().stream();
  }

  private static String answer(TokenVerifier verifier, String field, long now) {
    try {
      return verifier.verify(field, now * 1_000).subject().isEmpty() ? "nobody's" : ACCEPTED;
    } catch (TokenRejected e) {
      return e.fault().code();
    }
  }

  private static String answer(HostileChange change, GoodToken meant) {
    return answer(change.verifier(meant).build(), change.field().apply(meant), change.now());
  }

  private static String expected(HostileChange change, GoodToken good) {
    if (HostileDifferences.ACCEPTED.stream().anyMatch(one -> one.isOf(change, good))) {
      return ACCEPTED;
    }
    return HostileDifferences.OTHER_FAULTS.stream()
        .filter(one -> one.isOf(change, good))
        .map(HostileDifferences.OtherFault::fault)
        .findFirst()
        .orElse(change.fault());
  }

  @ParameterizedTest
  @MethodSource("goodTokens")
  void goodToken_unchanged_isAccepted(GoodToken good) {
    assertThat(answer(good.verifier(), "Bearer " + good.text(), GoodToken.NOW)).isEqualTo(ACCEPTED);
  }

  /** A verifier that keeps tokens answers alike, twice, and accepts the good token afterwards. */
  @ParameterizedTest
  @MethodSource("goodTokens")
  void goodToken_changed_isRefusedUnlessTheProfileLoosensThis(GoodToken good) {
    Map<String, List<TokenVerifier>> verifiers = new HashMap<>();
    List<String> wrong = new ArrayList<>();
    for (HostileChange change : CHANGES) {
      GoodToken meant = change.meant(good);
      String field = change.field().apply(meant);
      List<TokenVerifier> plainAndKeeping =
          verifiers.computeIfAbsent(change.verifierName(), name -> plainAndKeeping(change, meant));
      String expected = expected(change, good);
      for (TokenVerifier verifier : plainAndKeeping) {
        String answer = answer(verifier, field, change.now());
        if (!answer.equals(expected)) {
          wrong.add(change.name() + ": " + answer + ", not " + expected);
        }
      }
    }
    assertThat(wrong).isEmpty();
    TokenVerifier keeping = verifiers.get(CHANGES.get(0).verifierName()).get(1);
    assertThat(answer(keeping, "Bearer " + good.text(), GoodToken.NOW)).isEqualTo(ACCEPTED);
  }

  private static List<TokenVerifier> plainAndKeeping(HostileChange change, GoodToken meant) {
    TokenVerifier keeping = change.verifier(meant).keepSeenTokens(8).build();
    answer(keeping, "Bearer " + meant.text(), GoodToken.NOW);
    return List.of(change.verifier(meant).build(), keeping, keeping);
  }

  /** The strict profile, loosened by that name alone, accepts the changed token too. */
  @ParameterizedTest
  @FieldSource("dev.warder.gate.token.HostileDifferences#ACCEPTED")
  void loosening_isWhatLetsTheChangedTokenIn(HostileDifferences.Accepted difference) {
    GoodToken strict = GoodToken.of("strict");
    for (HostileChange change : CHANGES) {
      if (difference.changes().contains(change.name())) {
        GoodToken meant = change.meant(strict);
        assertThat(answer(change, meant)).as(change.name()).isEqualTo(change.fault());
        TokenVerifier loosened = change.verifier(meant.with(difference.strictLoosened())).build();
        assertThat(answer(loosened, change.field().apply(meant), change.now()))
            .as(change.name())
            .isEqualTo(ACCEPTED);
      }
    }
  }

  @ParameterizedTest
  @FieldSource("dev.warder.gate.token.HostileDifferences#ACCEPTED")
  void loosening_standsInTheFileOfEachProfile(HostileDifferences.Accepted difference) {
    for (String profile : difference.profiles()) {
      assertThat(NamedProfiles.text(profile)).as(profile).containsPattern(difference.line());
    }
  }

  @Test
  void changes_ofTheTables_exist() {
    Set<String> names = CHANGES.stream().map(HostileChange::name).collect(toSet());
    assertThat(names).hasSameSizeAs(CHANGES);
    HostileDifferences.ACCEPTED.forEach(
        one -> {
          assertThat(names).containsAll(one.changes());
          assertThat(TokenProfiles.names()).containsAll(one.profiles()).isNotEmpty();
        });
    HostileDifferences.OTHER_FAULTS.forEach(
        one -> {
          assertThat(names).containsAll(one.changes());
          assertThat(TokenProfiles.names()).containsAll(one.profiles()).isNotEmpty();
        });
  }

  /** A table's entry for what the strict profile answers anyway would say nothing. */
  @Test
  void otherFaults_areOthers() {
    for (HostileDifferences.OtherFault other : HostileDifferences.OTHER_FAULTS) {
      assertThat(CHANGES.stream().filter(change -> other.changes().contains(change.name())))
          .allMatch(change -> !change.fault().equals(other.fault()));
    }
  }

  @Test
  void vectors_eachRefusedToken_isAChange() throws Exception {
    assertThat(
            TokenVectorFile.read("tokens.json").vectors().stream()
                .filter(vector -> vector.expect().fault() != null)
                .map(TokenVectorFile.Vector::name))
        .isSubsetOf(CHANGES.stream().map(HostileChange::name).collect(toSet()));
  }

  /** And each of them is refused here for what the vector is refused for. */
  @Test
  void vectors_ofTexts_haveTheFaultOfTheirChange() throws Exception {
    for (TokenVectorFile.Vector vector : TokenVectorFile.read("tokens.json").vectors()) {
      CHANGES.stream()
          .filter(change -> change.name().equals(vector.name()))
          .forEach(change -> assertThat(change.fault()).isEqualTo(vector.expect().fault()));
    }
  }
}
