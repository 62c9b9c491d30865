package dev.warder.gate.token;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Under which names a token carries what no standard names.
 *
 * @param isScope whether the capabilities are text with spaces between (RFC 9068, section 2.2.3),
 *     not a list
 */
record ClaimNames(String account, String tokenId, String capabilities, boolean isScope) {
  static final String SCOPE = "scope";
  static final ClaimNames DEFAULT = new ClaimNames("account", "token_id", "capabilities", false);

  ClaimNames {
    checkArgument(
        !account.equals(tokenId) && !account.equals(capabilities) && !tokenId.equals(capabilities),
        "account, token id and capabilities stand in claims of different names, not %s, %s and %s",
        account,
        tokenId,
        capabilities);
  }

  ClaimNames withAccount(String name) {
    return new ClaimNames(name, tokenId, capabilities, isScope);
  }

  ClaimNames withTokenId(String name) {
    return new ClaimNames(account, name, capabilities, isScope);
  }

  ClaimNames withCapabilities(String name) {
    return new ClaimNames(account, tokenId, name, false);
  }

  ClaimNames withScope() {
    return new ClaimNames(account, tokenId, SCOPE, true);
  }

  /** Returns the claim that must not stand beside that of the capabilities. */
  String otherCapabilities() {
    return isScope ? DEFAULT.capabilities : SCOPE;
  }
}
