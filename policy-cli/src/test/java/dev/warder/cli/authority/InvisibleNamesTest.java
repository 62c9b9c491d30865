package dev.warder.cli.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.WithStore;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that look like others are refused, and those of before are shown as what they are. */
final class InvisibleNamesTest extends WithStore {
  /** Zero-width, soft hyphen, filler, tag, variation selector, bidirectional, not composed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ci\u200b",
        "c\u00adi",
        "ci\u3164",
        "ci\uDB40\uDC41",
        "ci\ufe0f",
        "\u2066ci",
        "cafe\u0301"
      })
  void newNames_areRefused(String name) {
    String unused = create("first", "-c", "all");
    assertRefused(
        run("token", "create", name, "-c", "all"),
        "a token's name has 1 to 256 characters that can be seen: no control, no invisible"
            + " character, no space but U+0020, and combining marks only on letters of their"
            + " script, composed (NFC)");
    assertThat(run("account", "add", name).err())
        .startsWith("warder: an account's id has 1 to 256 characters that can be seen");
    assertThat(run("account", "add", "B", "--admin", name).err())
        .startsWith("warder: a user's id has 1 to 256 characters that can be seen");
    assertThat(run("admin", "add", name).exitCode()).isEqualTo(1);
    assertThat(as(name, "account", "add", "B").exitCode()).isEqualTo(2);
  }

  @Test
  void oldNames_areShownEscaped() throws Exception {
    String id = create("ci", "-c", "all");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        PreparedStatement update =
            connection.prepareStatement("update token set name = ? where id = ?")) {
      update.setString(1, "c\u200bi e\u0301");
      update.setString(2, id);
      update.executeUpdate();
    }
    String shown = "c\\u{200b}i e\\u{301}";
    assertThat(run("token", "list").out()).contains(shown);
    assertThat(run("token", "show", id).out()).contains(shown);
    assertThat(run("token", "rotate", id, "--gate-bound", "0").out()).contains(shown);
    assertThat(run("token", "show", id, "--json").out()).contains("\"c\\u200Bi e\\u0301\"");
  }

  /** Rows of the audit do not change while the trigger is there. */
  @Test
  void oldActorInTheAudit_isShownEscaped() throws Exception {
    String unused = create("ci", "-c", "all");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        PreparedStatement drop = connection.prepareStatement("drop trigger audit_no_update");
        PreparedStatement update =
            connection.prepareStatement("update audit set actor = ? where token_id is not null")) {
      drop.executeUpdate();
      update.setString(1, "ad\u200ba e\u0301");
      assertThat(update.executeUpdate()).isPositive();
    }
    assertThat(run("audit", "list").out()).contains("ad\\u{200b}a e\\u{301}");
    assertThat(run("audit", "list", "--json").out()).contains("\"ad\\u200Ba e\\u0301\"");
  }
}
