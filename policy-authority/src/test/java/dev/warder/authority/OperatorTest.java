package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warder.model.text.VisibleName;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is the store's is its operator's alone to change, and nobody else looks like one. */
class OperatorTest extends WithStore {
  OperatorTest() {
    super(Database.SQLITE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(first use)",
        "(operator ada)",
        "(operator ada",
        "ada)",
        "(",
        "\uff08operator ada\uff09",
        "\u207doperator ada\u207e",
        "\ufe35operator ada\ufe36",
        "\u2474",
        "\u2768operator ada\u2769",
        "\u276aoperator ada\u276b",
        "\u27eeoperator ada\u27ef",
        "\ufd3eoperator ada\ufd3f",
        "\u2985operator ada\u2986",
        "\u2e28operator ada\u2e29",
        "\u239boperator ada\u239e",
        "\u239doperator ada\u23a0",
        "[operator ada]",
        "{operator ada}"
      })
  void user_withBrackets_isNone(String user) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Actor(user))
        .withMessage("a user's id has 1 to 256 characters, none of them a control or a bracket");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Operator.whoHasTheStoreAndItsKeys(user))
        .withMessage("an operator's name has " + VisibleName.RULE + ", and no bracket");
  }

  @Test
  void user_withSignsThatAreNoBrackets_isOne() {
    assertThat(new Actor("ada|ops/1 <x@y>").user()).isEqualTo("ada|ops/1 <x@y>");
  }

  @Test
  void inAudit_isNoUsersId() {
    assertThat(OPERATOR).hasToString("(operator ops)");
    assertThatIllegalArgumentException().isThrownBy(() -> new Actor(OPERATOR.inAudit()));
  }

  /** A caller who has an actor alone cannot even ask for it. */
  @Test
  void changesOfTheStore_takeAnOperator() {
    assertThat(
            List.of(
                takes(StoredKeys.class, "rotate"),
                takes(StoredKeys.class, "exportSecret"),
                takes(Accounts.class, "add")))
        .containsOnly(Operator.class);
  }

  private static Class<?> takes(Class<?> type, String method) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(each -> each.getName().equals(method))
        .map(each -> each.getParameterTypes()[0])
        .reduce(
            (one, other) -> {
              throw new AssertionError("two methods " + method);
            })
        .orElseThrow();
  }

  /** A store may have entries of users whose ids had parentheses. */
  @Test
  void audit_actorsWithParentheses_stillVerifiesAndIsListed() throws Exception {
    Accounts.of(store, new byte[32]).add(OPERATOR, "A", "Account A", "ada");
    AuditEvent old = new AuditEvent("Ada (Ops)", "issue", Optional.of("A"), Optional.empty(), "{}");
    store.write(rows -> rows.audit().append(CHAIN, old));
    Audit audit = Audit.of(store, new byte[32]);
    assertThat(audit.verify().isIntact()).isTrue();
    assertThat(audit.list(new Actor("ada"), 0, 10))
        .extracting(AuditEntry::actor)
        .containsExactly("(operator ops)", "Ada (Ops)");
  }
}
