package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.gate.token.AccessToken;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What an authority tells the holder of a token. */
@ParameterizedClass
@EnumSource
class DescribedTokenTest extends WithAuthority {
  DescribedTokenTest(Database database) {
    super(database);
  }

  @Test
  void describe_tokenOfThisStore_saysWhatAClientMayKnow() throws Exception {
    IssuedToken issued = issue("CI");
    AccessToken token = verified(issued);
    assertThat(authority.tokens.describe(token))
        .isEqualTo(new TokenDetails(issued.info(), "u-admin", "Account A"));
    for (String column : List.of("issuer", "account_id")) {
      String before = column.equals("issuer") ? Authority.ISSUER : "A";
      database.tamper(
          place,
          "insert into account (id, name, created_at) values ('%s', 'x', 1)".formatted(column),
          "update token set %s = '%s'".formatted(column, column));
      assertThat(refusal(() -> authority.tokens.describe(token)))
          .isEqualTo(RefusalReason.UNKNOWN_TOKEN);
      database.tamper(place, "update token set %s = '%s'".formatted(column, before));
    }
  }

  @Test
  void describe_valueRotatedOrTokenRevoked_refusedWhateverWasVerifiedBefore() throws Exception {
    IssuedToken issued = issue("CI");
    AccessToken old = verified(issued);
    IssuedToken rotated = authority.tokens.rotate(ADMIN, issued.info().id()).token();
    assertThat(refusal(() -> authority.tokens.describe(old))).isEqualTo(RefusalReason.REVOKED);
    AccessToken present = verified(rotated);
    assertThat(authority.tokens.describe(present).token().id()).isEqualTo(issued.info().id());
    authority.tokens.revoke(ADMIN, issued.info().id());
    assertThat(refusal(() -> authority.tokens.describe(present))).isEqualTo(RefusalReason.REVOKED);
  }
}
