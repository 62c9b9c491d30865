package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** New accounts and members have names that can be seen; those there are stay. */
@ParameterizedClass
@EnumSource(Database.class)
class VisibleNamesTest extends WithStore {
  private static final String LOOK_ALIKE = "bo\u00adb";
  private static final Actor ADA = new Actor("ada");

  private Accounts accounts;

  VisibleNamesTest(Database database) {
    super(database);
  }

  @BeforeEach
  void addAccount() throws Exception {
    accounts = Accounts.of(store, new byte[32]);
    accounts.add(OPERATOR, "A", "Account A", "ada");
  }

  @Test
  void add_nameThatCannotBeSeen_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accounts.add(OPERATOR, "B\u200b", "B", "ada"))
        .withMessageStartingWith("an account's id has 1 to 256 characters that can be seen");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accounts.add(OPERATOR, "B", "B\ufe0f", "ada"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accounts.add(OPERATOR, "B", "B", LOOK_ALIKE));
  }

  @Test
  void setRole_newMemberThatCannotBeSeen_isRefused() {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> accounts.setRole(ADA, "A", LOOK_ALIKE, Role.ADMIN))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(RefusalReason.BAD_NAME));
  }

  @Test
  void setRole_memberOfOld_isChangedAndRemoved() throws Exception {
    store.write(
        rows -> {
          rows.members().set(new MemberRow("A", LOOK_ALIKE, Role.ADMIN));
          return null;
        });
    accounts.setRole(ADA, "A", LOOK_ALIKE, Role.DEVELOPER);
    assertThat(accounts.list(new Actor(LOOK_ALIKE)))
        .extracting(AccountInfo::role)
        .containsExactly(Role.DEVELOPER);
    accounts.removeMember(ADA, "A", LOOK_ALIKE);
    assertThat(accounts.list(new Actor(LOOK_ALIKE))).isEmpty();
  }
}
