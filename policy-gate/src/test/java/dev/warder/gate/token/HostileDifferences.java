package dev.warder.gate.token;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/** Where named profiles answer a hostile token in another way than the strict one. */
final class HostileDifferences {
  private static final ImmutableSet<String> NO_RAW_STRINGS =
      ImmutableSet.of(
          "capabilities: a number in the list",
          "capabilities: null in the list",
          "capabilities: an empty string",
          "capabilities: a space",
          "capabilities: a quotation mark",
          "capabilities: a backslash",
          "capabilities: beyond ASCII",
          "capabilities: a control character",
          "capabilities: 257 characters");
  private static final ImmutableSet<String> NO_RAW_TEXTS =
      ImmutableSet.of(
          "scope: empty",
          "scope: a space before",
          "scope: a space after",
          "scope: two spaces",
          "scope: a tab");

  /** Those that are accepted, by loosenings. The page has the same table. */
  static final ImmutableList<Accepted> ACCEPTED =
      ImmutableList.of(
          new Accepted(
              "the header has no `typ`",
              "types: none",
              "(?m)^types: \\[none\\b",
              "{\"types\": [\"at+jwt\", \"none\"], \"otherTokens\": \"accepted\"}",
              ImmutableSet.of("spring-authorization-server", "okta", "cognito"),
              ImmutableSet.of("type: missing")),
          new Accepted(
              "`typ` is `JWT`",
              "types: JWT",
              "(?m)^types: \\[JWT\\b",
              "{\"types\": [\"JWT\"], \"otherTokens\": \"accepted\"}",
              ImmutableSet.of(
                  "keycloak",
                  "auth0",
                  "entra-v1",
                  "entra-v2",
                  "google",
                  "gitlab-ci",
                  "github-actions"),
              ImmutableSet.of("type: of any JWT")),
          new Accepted(
              "the header has `x5t`",
              "ignoredHeaders: x5t",
              "(?m)^ignoredHeaders: \\[x5t\\]",
              "{\"ignoredHeaders\": [\"x5t\"]}",
              ImmutableSet.of("entra-v1", "entra-v2", "github-actions"),
              ImmutableSet.of("header: a certificate's hash")),
          new Accepted(
              "there is no `aud`",
              "audience: optional",
              "(?m)^audience: optional$",
              "{\"audience\": \"optional\","
                  + " \"acceptedSubjects\": [{\"claim\": \"sub\", \"is\": \"user-1\"}]}",
              ImmutableSet.of("cognito"),
              ImmutableSet.of("aud: missing", "aud: missing, even where any is accepted")),
          new Accepted(
              "there is no `jti`",
              "valueId: derived",
              "(?m)^valueId: derived$",
              "{\"valueId\": \"derived\", \"tokenId\": \"sub\"}",
              ImmutableSet.of("auth0", "google"),
              ImmutableSet.of("jti: missing")),
          new Accepted(
              "`scope` is there in place of `capabilities`",
              "capabilities: {text: scope}",
              "(?m)^capabilities: \\{text: scope\\}$",
              "{\"capabilities\": {\"text\": \"scope\"}}",
              ImmutableSet.of("rfc9068", "keycloak", "cognito", "oidc-provider"),
              ImmutableSet.of("scope alone, where capabilities are read")),
          new Accepted(
              "`scope` is there in place of `capabilities`",
              "capabilities: scope",
              "(?m)^capabilities: scope$",
              "{\"capabilities\": \"scope\"}",
              ImmutableSet.of("spring-authorization-server", "duende"),
              ImmutableSet.of("scope alone, where capabilities are read")),
          new Accepted(
              "the capabilities are a text, where a list is usual",
              "capabilities: {text: CLAIM}",
              "(?m)^capabilities: \\{text: [a-z]+\\}$",
              "{\"capabilities\": {\"text\": \"capabilities\"}}",
              ImmutableSet.of("rfc9068", "keycloak", "entra-v1", "cognito", "oidc-provider"),
              ImmutableSet.of("capabilities: text")),
          new Accepted(
              "the capabilities are a text, where a list is usual",
              "capabilities: CLAIM",
              "(?m)^capabilities: [a-z_]+$",
              "{\"capabilities\": \"capabilities\"}",
              ImmutableSet.of(
                  "spring-authorization-server",
                  "auth0",
                  "auth0-rfc9068",
                  "okta",
                  "entra-v2",
                  "duende",
                  "gitlab-ci",
                  "github-actions"),
              ImmutableSet.of("capabilities: text")),
          new Accepted(
              "the capabilities are a list, where a text is usual",
              "capabilities: CLAIM",
              "(?m)^capabilities: [a-z_]+$",
              "{\"capabilities\": \"scope\"}",
              ImmutableSet.of(
                  "spring-authorization-server",
                  "auth0",
                  "auth0-rfc9068",
                  "okta",
                  "entra-v2",
                  "duende",
                  "gitlab-ci",
                  "github-actions"),
              ImmutableSet.of("scope: a list")),
          new Accepted(
              "a value among the capabilities is no raw string",
              "map",
              "(?m)^map: ",
              "{\"map\": {\"values\": {\"read:app\": \"read:app\"}}}",
              ImmutableSet.of("gitlab-ci", "github-actions"),
              ImmutableSet.<String>builder().addAll(NO_RAW_STRINGS).addAll(NO_RAW_TEXTS).build()));

  /** Those that are refused all the same, and have a fault that comes earlier. */
  static final ImmutableList<OtherFault> OTHER_FAULTS =
      ImmutableList.of(
          // The profile accepts some algorithms alone.
          new OtherFault(
              "algorithm",
              ImmutableSet.of("entra-v1", "entra-v2"),
              ImmutableSet.of("algorithm: of another kind than the key's")),
          new OtherFault(
              "algorithm",
              ImmutableSet.of("entra-v1", "entra-v2", "spring-authorization-server"),
              ImmutableSet.of("algorithm: that of another key")),
          // The claim that names the token is the user's too.
          new OtherFault(
              "subject",
              ImmutableSet.of(
                  "rfc9068",
                  "keycloak",
                  "spring-authorization-server",
                  "auth0",
                  "auth0-rfc9068",
                  "okta",
                  "cognito",
                  "duende",
                  "oidc-provider",
                  "google"),
              ImmutableSet.of("token_id: null", "token_id: empty", "token_id: a number")),
          // The profile requires a claim `scope`.
          new OtherFault(
              "two-capability-claims",
              ImmutableSet.of("auth0", "auth0-rfc9068"),
              ImmutableSet.of("capabilities alone, where scope is read")),
          // The claim with the capabilities is the user's too, and some users alone are accepted.
          new OtherFault("subject", ImmutableSet.of("google"), NO_RAW_STRINGS),
          new OtherFault(
              "subject",
              ImmutableSet.of("google"),
              ImmutableSet.of(
                  "capabilities alone, where scope is read",
                  "capabilities: an object",
                  "capabilities: missing",
                  "capabilities: null",
                  "capabilities: 1,025",
                  "scope alone, where capabilities are read",
                  "scope: a list",
                  "scope: a tab",
                  "scope: empty",
                  "scope: missing",
                  "scope: null")),
          new OtherFault(
              "other-subject",
              ImmutableSet.of("google"),
              ImmutableSet.of(
                  "capabilities: text",
                  "scope: a space before",
                  "scope: a space after",
                  "scope: two spaces")));

  private HostileDifferences() {}

  /**
   * Changes that some profiles accept.
   *
   * @param phrase what the page calls them
   * @param loosening the key of the profiles, and its value
   * @param line what their files have
   * @param strictLoosened the keys that loosen the strict profile in the same way, and what they
   *     ask for
   */
  record Accepted(
      String phrase,
      String loosening,
      String line,
      String strictLoosened,
      ImmutableSet<String> profiles,
      ImmutableSet<String> changes) {
    boolean isOf(HostileChange change, GoodToken good) {
      return changes.contains(change.name()) && profiles.contains(good.name());
    }

    @Override
    public String toString() {
      return phrase + " (" + loosening + ")";
    }
  }

  /** Changes that some profiles refuse with another fault. */
  record OtherFault(String fault, ImmutableSet<String> profiles, ImmutableSet<String> changes) {
    boolean isOf(HostileChange change, GoodToken good) {
      return changes.contains(change.name()) && profiles.contains(good.name());
    }
  }
}
