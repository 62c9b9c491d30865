package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.warder.gate.GateReason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;

/** A file that is put back as it was before would let live again what was revoked. */
class RestoredStoreTest extends WithStore {
  private static final Actor ADA = new Actor("ada");

  RestoredStoreTest() {
    super(Database.SQLITE);
  }

  /** Files of SQLite are whole, and one, when nobody has them open. */
  private void copy(Path from, Path to) throws Exception {
    store.close();
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    store = database.open(place);
  }

  private Authority authority() throws Exception {
    return new Authority(store, folder.resolve("mark"), () -> NOW);
  }

  @Test
  void restored_followerHasReadFurther_nobodyIsLetThroughUntilItIsBack() throws Exception {
    Path file = Path.of(place);
    IssuedToken revoked;
    IssuedToken live;
    try (Authority before = authority()) {
      before.accounts.add(WithStore.OPERATOR, "A", "Account A", "ada");
      revoked = before.tokens.issue(ADA, TokenRequest.of("revoked", "write:app"));
      live = before.tokens.issue(ADA, TokenRequest.of("live", "write:app"));
      before.tokens.revoke(ADA, before.tokens.issue(ADA, TokenRequest.of("x", "all")).info().id());
    }
    copy(file, folder.resolve("older"));
    try (Authority before = authority()) {
      before.tokens.revoke(ADA, revoked.info().id());
      assertThat(before.ask(revoked)).isEqualTo(GateReason.REVOKED_TOKEN);
      assertThat(before.ask(live)).isEqualTo(GateReason.ALLOWED);
    }
    copy(file, folder.resolve("newer"));
    copy(folder.resolve("older"), file);
    assertThatIOException()
        .isThrownBy(this::authority)
        .withMessage("the log ends at 1, and must go to 2: it was rolled back or replaced");
    copy(folder.resolve("newer"), file);
    try (Authority after = authority()) {
      assertThat(after.ask(revoked)).isEqualTo(GateReason.REVOKED_TOKEN);
      assertThat(after.ask(live)).isEqualTo(GateReason.ALLOWED);
    }
  }

  @Test
  void restored_whileFollowed_theGateAnswersThatItCannotTell() throws Exception {
    try (Authority authority = authority()) {
      authority.accounts.add(WithStore.OPERATOR, "A", "Account A", "ada");
      IssuedToken live = authority.tokens.issue(ADA, TokenRequest.of("live", "write:app"));
      authority.tokens.revoke(
          ADA, authority.tokens.issue(ADA, TokenRequest.of("x", "all")).info().id());
      assertThat(authority.ask(live)).isEqualTo(GateReason.ALLOWED);
      database.tamper(place, "delete from revocation");
      assertThatIOException().isThrownBy(authority.follower::poll);
      authority.nanos = Long.MAX_VALUE / 2;
      assertThat(authority.ask(live)).isEqualTo(GateReason.UNAVAILABLE);
    }
  }
}
