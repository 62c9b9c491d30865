package dev.warder.gate.token;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.warder.gate.revocation.RevocationAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An issuer of each named profile, all trusted by one gate. A profile that is looser than another
 * loosens nothing for the tokens of the other's issuer.
 */
class SeveralProfilesTest {
  private static final Map<String, GoodToken> TOKENS =
      GoodToken.all().stream().collect(toMap(GoodToken::name, identity()));

  /** The profiles share an id of keys and no key. The two of Auth0 have one issuer otherwise. */
  private static String issuer(GoodToken good) {
    return good.name().equals("auth0-rfc9068") ? good.iss() + "rfc9068" : good.iss();
  }

  static Stream<GoodToken> goodTokens() {
    return TokenProfiles.names().stream().map(TOKENS::get);
  }

  private static SigningKey key(GoodToken good) {
    return good.profile().keys.algorithms().contains(Algorithm.EDDSA)
        ? new SigningKey("s1", Algorithm.EDDSA, PAIRS.get(good.name()).pair(), "")
        : SigningKey.of("s1", Algorithm.RS256);
  }

  private static final Map<String, EdKey> PAIRS =
      TOKENS.keySet().stream().collect(toMap(identity(), EdKey::make));

  private static TokenVerifierBuilder tokens(GoodToken good) {
    TokenProfile profile = good.profile();
    try {
      return TokenVerifier.builder()
          .issuer(issuer(good))
          .audience(good.aud())
          .keys(KeySet.parse(SigningKey.set(key(good)), profile))
          .profile(profile)
          .withoutClockSkew();
    } catch (InvalidKeySet e) {
      throw new AssertionError(e);
    }
  }

  private static TokenVerifiers all() {
    Map<String, TokenVerifierBuilder> byPrefix = new LinkedHashMap<>();
    goodTokens().forEach(good -> byPrefix.put(good.name() + "/", tokens(good).keepSeenTokens(4)));
    return TokenVerifiers.ofSeveral(byPrefix, CheckedBy.always(RevocationAnswer.CLEAR));
  }

  private static String answer(TokenVerifiers verifiers, String token) {
    try {
      return verifiers
          .verify("Bearer " + token, GoodToken.NOW * 1_000)
          .account()
          .orElse("no account");
    } catch (TokenRejected e) {
      return e.fault().code();
    }
  }

  /** Returns a token in the shape of one profile, of the issuer and for the audience of another. */
  private static String token(GoodToken shape, GoodToken of, SigningKey key) {
    ObjectNode header = shape.header().deepCopy().put("alg", key.algorithm().code());
    ObjectNode claims = shape.claims().deepCopy().put("iss", issuer(of));
    if (claims.has("aud")) {
      claims.set("aud", new TextNode(of.aud()));
    }
    return key.token(GoodToken.json(header), GoodToken.json(claims), key.algorithm());
  }

  @ParameterizedTest
  @MethodSource("goodTokens")
  void token_inTheShapeOfEachProfile_isJudgedByItsIssuersProfileAlone(GoodToken of) {
    TokenVerifiers alone = TokenVerifiers.of(tokens(of), CheckedBy.always(RevocationAnswer.CLEAR));
    try (TokenVerifiers all = all()) {
      assertThat(answer(all, token(of, of, key(of)))).isEqualTo(of.name() + "/A");
      for (GoodToken shape : TOKENS.values()) {
        String token = token(shape, of, key(of));
        String answer = answer(alone, token);
        assertThat(answer(all, token))
            .as(shape.name())
            .isEqualTo(answer.equals("A") ? of.name() + "/A" : answer);
      }
    }
  }

  /** And so the strict one's issuer has tokens of the strict shape alone. */
  @Test
  void token_ofTheStrictIssuerInALooserShape_isRefused() {
    GoodToken strict = TOKENS.get("strict");
    try (TokenVerifiers all = all()) {
      for (GoodToken shape : TOKENS.values()) {
        String answer = answer(all, token(shape, strict, key(strict)));
        assertThat(answer.equals("strict/A")).as(shape.name()).isEqualTo(shape.equals(strict));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("goodTokens")
  void token_byTheKeyOfAnotherIssuer_isRefused(GoodToken of) {
    try (TokenVerifiers all = all()) {
      for (GoodToken signer : TOKENS.values()) {
        SigningKey key = key(signer);
        if (!key.equals(key(of))) {
          assertThat(answer(all, token(of, of, key)))
              .as(signer.name())
              .isIn("signature", "other-algorithm", "algorithm");
        }
      }
    }
  }

  /** No account of one issuer is ever one of another, whatever the tokens name. */
  @Test
  void prefixes_thatAreAccepted_makeNoTwoAccountsOne() {
    List<String> texts = texts(3);
    GoodToken one = TOKENS.get("strict");
    GoodToken other = TOKENS.get("rfc9068");
    int accepted = 0;
    for (String first : texts) {
      for (String second : texts) {
        if (isAccepted(first, one, second, other)) {
          accepted++;
          for (String account : texts) {
            for (String another : texts) {
              assertThat(first + account).isNotEqualTo(second + another);
            }
          }
        }
      }
    }
    assertThat(accepted).isPositive().isLessThan(texts.size() * texts.size());
  }

  private static boolean isAccepted(String first, GoodToken one, String second, GoodToken other) {
    if (first.equals(second)) {
      return false;
    }
    try {
      TokenVerifiers.ofSeveral(
              Map.of(first, tokens(one), second, tokens(other)),
              CheckedBy.always(RevocationAnswer.CLEAR))
          .close();
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Returns all texts of two characters up to a length. */
  private static List<String> texts(int length) {
    Stream<String> texts = Stream.of("");
    for (int i = 0; i < length; i++) {
      texts = texts.flatMap(text -> Stream.of(text, text + "a", text + "/")).distinct();
    }
    return texts.filter(text -> !text.isEmpty()).toList();
  }

  /** An account that looks like another issuer's is one of its own issuer all the same. */
  @Test
  void account_thatBeginsWithThePrefixOfAnother_staysItsIssuers() {
    GoodToken strict = TOKENS.get("strict");
    SigningKey key = key(strict);
    try (TokenVerifiers all = all()) {
      for (String account :
          List.of("okta/A", "../okta/A", "/okta/A", "strict/A", "\u2024./okta/A")) {
        ObjectNode header = strict.header().deepCopy().put("alg", key.algorithm().code());
        ObjectNode claims = strict.claims().deepCopy().put("account", account);
        String token = key.token(GoodToken.json(header), GoodToken.json(claims), key.algorithm());
        assertThat(answer(all, token)).isEqualTo("strict/" + account);
      }
    }
  }
}
