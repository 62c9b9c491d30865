package dev.warder.authority.key;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.warder.gate.token.TokenLimits;
import dev.warder.model.text.Identifier;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one value of a token says: the claims of section 7 of the semantics, all of which a verifier
 * accepts.
 *
 * @param issuer who issues it: {@code iss}
 * @param audience for whom it is: {@code aud}
 * @param subject the user to whom it is issued: {@code sub}
 * @param valueId names this value of the token: {@code jti}
 * @param tokenId names the token, and survives its rotation: {@code token_id}
 * @param account the account that the token is scoped to
 * @param capabilities raw strings, each once, in the order in which they are written
 * @param issuedAt whole seconds: {@code iat}
 * @param expiresAt whole seconds: {@code exp}; or null, for a token that never expires
 */
public record TokenContent(
    String issuer,
    String audience,
    String subject,
    String valueId,
    String tokenId,
    String account,
    List<String> capabilities,
    Instant issuedAt,
    @Nullable Instant expiresAt) {
  /**
   * Makes the content of a token.
   *
   * @throws IllegalArgumentException for what no verifier would accept: a name that is not 1 to 256
   *     characters without controls and halves of surrogate pairs; more than 1,024 capabilities,
   *     one of them twice, or one that is no raw string; a time with a fraction of a second, before
   *     1970 or after the year 9999; an expiry not after the issue, or more than 36,500 days later
   */
  public TokenContent {
    checkName("issuer", issuer);
    checkName("audience", audience);
    checkName("subject", subject);
    checkName("value id", valueId);
    checkName("token id", tokenId);
    checkName("account", account);
    capabilities = ImmutableList.copyOf(capabilities);
    checkCapabilities(capabilities);
    checkTime("issue", issuedAt);
    if (expiresAt != null) {
      checkTime("expiry", expiresAt);
      checkArgument(expiresAt.isAfter(issuedAt), "the expiry is not after the issue");
      checkArgument(
          Duration.between(issuedAt, expiresAt).compareTo(TokenLimits.LONGEST_LIFETIME) <= 0,
          "a token expires after at most 36500 days, or never");
    }
  }

  private static void checkName(String what, String text) {
    checkArgument(Identifier.isOne(text), "the %s is not %s", what, Identifier.RULE);
  }

  private static void checkCapabilities(List<String> raws) {
    checkArgument(
        raws.size() <= TokenLimits.MOST_CAPABILITIES, "a token has at most 1024 capabilities");
    checkArgument(ImmutableSet.copyOf(raws).size() == raws.size(), "a capability stands twice");
    for (String raw : raws) {
      boolean isRaw =
          !raw.isEmpty()
              && raw.length() <= TokenLimits.MOST_OF_AN_IDENTIFIER
              && raw.chars().allMatch(c -> c > 0x20 && c < 0x7F && c != '"' && c != '\\');
      checkArgument(
          isRaw, "a capability is not 1 to 256 of U+0021 to U+007E without quotation mark and \\");
    }
  }

  private static void checkTime(String what, Instant time) {
    boolean isOne =
        time.equals(time.truncatedTo(ChronoUnit.SECONDS))
            && !time.isBefore(Instant.EPOCH)
            && !time.isAfter(TokenLimits.LAST_TIME);
    checkArgument(
        isOne, "the time of %s is not in whole seconds from 1970 to 9999: %s", what, time);
  }
}
