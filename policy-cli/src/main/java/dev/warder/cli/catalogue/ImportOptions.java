package dev.warder.cli.catalogue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.analysis.openapi.ImportRules;
import dev.warder.analysis.openapi.ScopeList;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.OptionValue;
import dev.warder.cli.text.Shown;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a document does not say and the caller declares. */
final class ImportOptions {
  @Option(
      names = "--scopes",
      paramLabel = "MEANING",
      description = "What a list of scopes means: all-of or any-of.")
  @Nullable String scopes;

  @Option(
      names = "--scheme",
      paramLabel = "NAME",
      description = "The security scheme of the token. Repeat it for more.")
  List<String> schemes = new ArrayList<>();

  @Option(
      names = "--account-parameter",
      paramLabel = "NAME",
      description =
          "A path parameter that is the account, as account_id or accounts/id. Repeat it for more.")
  List<String> accountParameters = new ArrayList<>();

  @Option(
      names = "--owner",
      paramLabel = "KIND=NAME",
      description =
          "A kind of resource, and the path parameter that is its id, as app=app_id or app=apps/id."
              + " Repeat it for more.")
  List<String> owners = new ArrayList<>();

  @Option(
      names = "--account-from-request",
      description =
          "The account comes with the request. Operations without an account parameter that are not"
              + " public compare it.")
  boolean accountFromRequest;

  @Option(
      names = "--account-not-checked-where-no-parameter-is-declared",
      description = "Other operations with parameters check no account.")
  boolean accountNotChecked;

  @Option(
      names = "--no-security-means-public",
      description = "An empty list of security, or an empty alternative, is public.")
  boolean noSecurityMeansPublic;

  @Option(
      names = "--omit-what-cannot-be-expressed",
      description = "Leaves out what a catalogue cannot express, and names it on standard error.")
  boolean omit;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "The catalogue's name; by default made of the document's title.")
  @Nullable String name;

  boolean isGiven() {
    return scopes != null
        || !schemes.isEmpty()
        || !accountParameters.isEmpty()
        || !owners.isEmpty()
        || accountFromRequest
        || accountNotChecked
        || noSecurityMeansPublic
        || omit
        || name != null;
  }

  @CanIgnoreReturnValue
  ImportRules rules() throws NoAnswer {
    if (scopes == null || schemes.isEmpty()) {
      throw NoAnswer.usage(
          scopes == null
              ? "needs what a list of scopes means: give --scopes all-of or --scopes any-of"
              : "needs the security scheme of the token: give --scheme NAME");
    }
    ImportRules.Builder rules = ImportRules.builder(meaning(scopes), schemes.get(0));
    schemes.forEach(rules::tokenScheme);
    accountParameters.forEach(rules::accountParameter);
    try {
      for (String owner : owners) {
        addOwner(rules, owner);
      }
      if (accountFromRequest) {
        rules.accountFromRequest();
      }
      if (accountNotChecked) {
        rules.accountNotCheckedWhereNoParameterIsDeclared();
      }
      if (noSecurityMeansPublic) {
        rules.noSecurityMeansPublic();
      }
      if (omit) {
        rules.omitWhatCannotBeExpressed();
      }
      if (name != null) {
        rules.name(name);
      }
      return rules.build();
    } catch (IllegalArgumentException e) {
      throw NoAnswer.usage(Shown.whole(String.valueOf(e.getMessage())));
    }
  }

  private static ScopeList meaning(String scopes) throws NoAnswer {
    return OptionValue.choose(
        "--scopes",
        scopes,
        ScopeList.values(),
        meaning -> meaning == ScopeList.ALL_OF ? "all-of" : "any-of");
  }

  private static void addOwner(ImportRules.Builder rules, String owner) throws NoAnswer {
    int sign = owner.indexOf('=');
    if (sign <= 0 || sign == owner.length() - 1) {
      throw NoAnswer.usage("--owner is KIND=NAME, such as app=app_id, not " + Shown.quoted(owner));
    }
    rules.owner(owner.substring(0, sign), owner.substring(sign + 1));
  }
}
