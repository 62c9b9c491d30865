package dev.warder.gate.limit;

import dev.warder.model.Limits;
import java.util.OptionalInt;

/** Whose requests are counted. */
public enum LimitKind {
  /** Those of one token. */
  TOKEN("token"),
  /** Those of all tokens of one account. */
  ACCOUNT("account"),
  /** Those of one client that presents no valid token, and that are denied. */
  CLIENT("client"),
  /** Those of one client that are allowed without a token. */
  PUBLIC("public");

  private final String code;

  LimitKind(String code) {
    this.code = code;
  }

  /** Returns the kind as it is written in catalogues, logs and answers. */
  public String code() {
    return code;
  }

  /** Returns what some limits say of this kind; nothing where it is not limited. */
  OptionalInt in(Limits limits) {
    return switch (this) {
      case TOKEN -> limits.token();
      case ACCOUNT -> limits.account();
      case CLIENT -> limits.client();
      case PUBLIC -> limits.publicOrClient();
    };
  }

  /** Returns the code. */
  @Override
  public String toString() {
    return code;
  }
}
