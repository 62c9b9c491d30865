package dev.warder.authority;

import java.util.Locale;

/** What a member may do in an account; the rules say what that is. */
enum Role {
  OWNER,
  ADMIN,
  DEVELOPER,
  BILLING;

  /** Returns what it is called where it is kept. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Role parse(String text) {
    for (Role role : values()) {
      if (role.text().equals(text)) {
        return role;
      }
    }
    throw new IllegalArgumentException("no role: `" + text + "`");
  }
}
