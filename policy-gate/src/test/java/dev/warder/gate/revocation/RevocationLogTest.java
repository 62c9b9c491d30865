package dev.warder.gate.revocation;

import static dev.warder.gate.revocation.Tokens.ISSUED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.gate.revocation.Revocation.OfUser;
import dev.warder.gate.revocation.RevocationLog.Entry;
import org.junit.jupiter.api.Test;

class RevocationLogTest {
  private static final Revocation VALUE = Revocation.ofValue(Tokens.TOKEN);
  private static final Revocation USER = new OfUser("\"\\", "\u00FC", ISSUED.plusMillis(500));
  private static final String FIRST =
      "801671a1522f84c4f8cf118578c24af948fe524aa6b40ebf14e005faa01c2702";
  private static final String SECOND =
      "115d03a559e03693de5235e96c30e441613b339e2a8582e030183d2a5f38a603";

  /** Made by hand of what section 8 says: printf '...' | sha256sum. */
  @Test
  void link_asSectionEightSays() {
    assertThat(RevocationLog.link(RevocationLog.NO_LINK, 1, VALUE)).isEqualTo(FIRST);
    assertThat(RevocationLog.link(FIRST, 2, USER)).isEqualTo(SECOND);
  }

  @Test
  void link_otherPlaceOrPredecessorOrRevocation_another() {
    assertThat(RevocationLog.link(FIRST, 3, USER)).isNotEqualTo(SECOND);
    assertThat(RevocationLog.link(SECOND, 2, USER)).isNotEqualTo(SECOND);
    assertThat(RevocationLog.link(FIRST, 2, VALUE)).isNotEqualTo(SECOND);
  }

  @Test
  void after_entry_hasTheNextPositionAndItsLink() {
    assertThat(Entry.after(1, FIRST, USER)).isEqualTo(new Entry(2, USER, SECOND));
  }
}
