package dev.warder.cli.check;

import static dev.warder.engine.Ownership.NOT_OWNED;
import static dev.warder.engine.Ownership.OWNED;
import static dev.warder.engine.Ownership.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import dev.warder.engine.Ownership;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OwnersTest {

  @Test
  void owner_isTheAccountGiven() throws Exception {
    Owners owners = Owners.parse(List.of("app/1=A", "app/2=B", "app/1=A"));
    assertThat(ownership(owners, "A", "app", "1")).isEqualTo(OWNED);
    assertThat(ownership(owners, "A", "app", "2")).isEqualTo(NOT_OWNED);
    assertThat(ownership(owners, "A", "app", "3")).isEqualTo(UNAVAILABLE);
    assertThat(ownership(owners, "A", "queue", "1")).isEqualTo(UNAVAILABLE);
  }

  @Test
  void account_standsAfterTheLastEqualsSign() throws Exception {
    Owners owners = Owners.parse(List.of("app/MQ===A"));
    assertThat(ownership(owners, "A", "app", "MQ==")).isEqualTo(OWNED);
  }

  @Test
  void account_mayHaveASlash() throws Exception {
    Owners owners = Owners.parse(List.of("app/1=org/A"));
    assertThat(ownership(owners, "org/A", "app", "1")).isEqualTo(OWNED);
  }

  @Test
  void kind_mayHaveASlash() throws Exception {
    Owners owners = Owners.parse(List.of("a/b/1=A"));
    assertThat(ownership(owners, "A", "a/b", "1")).isEqualTo(OWNED);
  }

  private static Ownership ownership(Owners owners, String account, String kind, String id) {
    String path = "/v1/" + id + "/x";
    return owners.ownership(account, kind, path, 4, 4 + id.length());
  }

  @Test
  void unknownKind_namesTheNearest() {
    assertThat(Run.warder("check", "--capabilities=", "--owner", "apps/1=A", "GET", "/v1/me"))
        .isEqualTo(
            Run.noAnswer(
                "warder: unknown kind of resource `apps`; did you mean `app`? (in the built-in"
                    + " catalogue; name your own with --catalogue FILE)\n"));
  }
}
