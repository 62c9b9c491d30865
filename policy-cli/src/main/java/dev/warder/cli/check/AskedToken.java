package dev.warder.cli.check;

import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The token as the command line describes it.
 *
 * @param account its account, or null where none was given
 * @param isWithoutAccount whether it has none, so that none need be given
 * @param capabilities what it carries, or null where there is no token
 */
record AskedToken(
    @Nullable String account, boolean isWithoutAccount, @Nullable List<String> capabilities) {
  /** No token at all. */
  static final AskedToken NONE = new AskedToken(null, true, null);

  /** Stands for the account where none is compared; it is never shown. */
  static final String ANY_ACCOUNT = "any";

  boolean isNone() {
    return capabilities == null;
  }

  /** Returns whether a comparison of accounts cannot be made for want of one. */
  boolean lacksAccount() {
    return account == null && !isWithoutAccount;
  }

  /** Returns the grant; where {@link #lacksAccount}, for questions that compare none. */
  Grant grant(PolicyEngine engine) {
    if (capabilities == null) {
      return engine.anonymous();
    }
    return isWithoutAccount
        ? engine.grantWithoutAccount(capabilities)
        : engine.grant(account == null ? ANY_ACCOUNT : account, capabilities);
  }
}
