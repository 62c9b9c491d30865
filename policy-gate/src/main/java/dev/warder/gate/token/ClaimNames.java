package dev.warder.gate.token;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.List;

/**
 * Under which names a token carries what no standard names, and whether it must.
 *
 * @param isScope whether the capabilities are text with spaces between (RFC 9068, section 2.2.3),
 *     not a list
 * @param isAccountOptional whether a token may be without the claim of the account
 */
record ClaimNames(
    String account,
    String tokenId,
    String capabilities,
    boolean isScope,
    boolean isAccountOptional) {
  static final String SCOPE = "scope";
  static final String CAPABILITIES = "capabilities";
  static final ClaimNames DEFAULT =
      new ClaimNames("account", "token_id", CAPABILITIES, false, false);

  /** The names that have a meaning of their own; {@code sub} may well be the account. */
  private static final ImmutableSet<String> FIXED =
      ImmutableSet.of("iss", "aud", "exp", "nbf", "iat", "jti", "expires");

  /**
   * Refuses names that mean something else, or two things.
   *
   * @throws IllegalArgumentException when one does
   */
  void check() {
    List<String> names = ImmutableList.of(account, tokenId, capabilities);
    checkArgument(
        ImmutableSet.copyOf(names).size() == names.size(),
        "account, token id and capabilities stand in claims of different names, not %s",
        names);
    for (String name : names) {
      checkArgument(
          !FIXED.contains(name), "`%s` has a meaning of its own; set another claim", name);
    }
    checkArgument(
        isScope == capabilities.equals(SCOPE) && !account.equals(SCOPE) && !tokenId.equals(SCOPE),
        "`scope` is text of capabilities; use capabilitiesFromScope()");
  }

  ClaimNames withAccount(String name) {
    return new ClaimNames(name, tokenId, capabilities, isScope, isAccountOptional);
  }

  ClaimNames withOptionalAccount() {
    return new ClaimNames(account, tokenId, capabilities, isScope, true);
  }

  ClaimNames withTokenId(String name) {
    return new ClaimNames(account, name, capabilities, isScope, isAccountOptional);
  }

  ClaimNames withCapabilities(String name) {
    return new ClaimNames(account, tokenId, name, false, isAccountOptional);
  }

  ClaimNames withScope() {
    return new ClaimNames(account, tokenId, SCOPE, true, isAccountOptional);
  }
}
