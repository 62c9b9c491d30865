package dev.warder.gate.revocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TokenIdentityTest {
  private static final List<Consumer<TokenIdentityBuilder>> PARTS =
      List.of(
          token -> token.issuer(Tokens.ISSUER),
          token -> token.tokenId("t-1"),
          token -> token.valueId("v-1"),
          token -> token.account("a-1"),
          token -> token.user("u-1"),
          token -> token.issuedAt(Tokens.ISSUED),
          token -> token.expiresAt(Tokens.EXPIRES));

  private static TokenIdentityBuilder withAllBut(int left) {
    TokenIdentityBuilder builder = TokenIdentity.builder();
    for (int i = 0; i < PARTS.size(); i++) {
      if (i != left) {
        PARTS.get(i).accept(builder);
      }
    }
    return builder;
  }

  @Test
  void constructors_fiveTextsInARow_areNotPublic() {
    assertThat(Arrays.stream(TokenIdentity.class.getDeclaredConstructors()))
        .noneMatch(made -> Modifier.isPublic(made.getModifiers()));
  }

  @Test
  void build_allParts_eachInItsPlace() {
    TokenIdentity token = withAllBut(-1).build();
    assertThat(token.issuer()).isEqualTo(Tokens.ISSUER);
    assertThat(token.tokenId()).isEqualTo("t-1");
    assertThat(token.valueId()).isEqualTo("v-1");
    assertThat(token.account()).contains("a-1");
    assertThat(token.user()).isEqualTo("u-1");
    assertThat(token.issuedAt()).isEqualTo(Tokens.ISSUED);
    assertThat(token.expiresAt()).contains(Tokens.EXPIRES);
    assertThat(withAllBut(-1).neverExpiring().build().expiresAt()).isEmpty();
    assertThat(withAllBut(-1).withoutAccount().build().account()).isEmpty();
    assertThat(withAllBut(-1).withoutAccount().account("a-2").build().account()).contains("a-2");
  }

  @Test
  void build_aPartIsNotSet_namesIt() {
    List<String> messages =
        List.of(
            "set issuer(…)",
            "set tokenId(…)",
            "set valueId(…)",
            "set account(…), or withoutAccount()",
            "set user(…)",
            "set issuedAt(…)",
            "set expiresAt(…), or neverExpiring()");
    for (int i = 0; i < PARTS.size(); i++) {
      assertThatIllegalStateException()
          .isThrownBy(withAllBut(i)::build)
          .withMessage(messages.get(i));
    }
  }
}
