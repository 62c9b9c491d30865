package dev.warder.cli.check;

import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line says of the token.
 *
 * @param account its account, or null where none was given
 * @param capabilities what it carries, or null where there is no token
 */
record AskedToken(@Nullable String account, @Nullable List<String> capabilities) {
  /** No token at all. */
  static final AskedToken NONE = new AskedToken(null, null);

  /** Stands for the account where none is compared; it is never shown. */
  static final String ANY_ACCOUNT = "any";

  boolean isNone() {
    return capabilities == null;
  }

  /** Returns whether a comparison of accounts cannot be made for want of one. */
  boolean lacksAccount() {
    return !isNone() && account == null;
  }

  /** Returns the grant; where {@link #lacksAccount}, for questions that compare none. */
  Grant grant(PolicyEngine engine) {
    return capabilities == null
        ? engine.anonymous()
        : engine.grant(account == null ? ANY_ACCOUNT : account, capabilities);
  }
}
