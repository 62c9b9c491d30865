package dev.warder.authority;

import dev.warder.model.text.EnumCode;

/**
 * What a member is in an account. Owners and admins manage its tokens and members; others do not.
 */
public enum Role {
  /** Manages tokens and members. */
  OWNER,
  /** Manages tokens and members. */
  ADMIN,
  /** Manages neither. */
  DEVELOPER,
  /** Manages neither. */
  BILLING;

  /** Returns what it is called: its name in lower case. */
  public String text() {
    return EnumCode.of(this);
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
