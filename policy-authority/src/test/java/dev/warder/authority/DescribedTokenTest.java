package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.gate.GateRequest;
import dev.warder.gate.token.AccessToken;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What an authority tells the holder of a token. */
class DescribedTokenTest {
  @Nested
  class Sqlite extends Tests {
    Sqlite() {
      super(Database.SQLITE);
    }
  }

  @Nested
  class Postgresql extends Tests {
    Postgresql() {
      super(Database.POSTGRESQL);
    }
  }

  abstract static class Tests extends WithAuthority {
    Tests(Database database) {
      super(database);
    }

    @Test
    void describe_tokenOfThisStore_saysWhatAClientMayKnow() throws Exception {
      IssuedToken issued = issue("CI");
      var token =
          authority
              .gate
              .authorize(
                  GateRequest.builder()
                      .authorization("Bearer " + issued.value())
                      .method("GET")
                      .target("/v1/me")
                      .client("192.0.2.7")
                      .build())
              .token()
              .orElseThrow();
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
      assertThat(refusal(() -> authority.tokens.describe(present)))
          .isEqualTo(RefusalReason.REVOKED);
    }
  }
}
