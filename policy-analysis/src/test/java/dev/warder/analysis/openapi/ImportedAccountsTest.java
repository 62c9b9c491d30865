package dev.warder.analysis.openapi;

import static dev.warder.analysis.openapi.Documents.imported;
import static dev.warder.analysis.openapi.Documents.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.model.Catalogue;
import dev.warder.model.ControlApi;
import dev.warder.model.Operation;
import org.junit.jupiter.api.Test;

/** Whose accounts the operations of an imported document concern. */
class ImportedAccountsTest {
  @Test
  void accounts_declaredByParameter_areCheckedTogether() throws Exception {
    Catalogue catalogue =
        imported(
                """
                /a/{acct}/x/{app}: {get: {}}
                /b/{app}/{key}: {get: {}}
                /c/{key}/{app}: {get: {}}
                /d/{other}: {get: {}, put: {security: []}}
                /e: {get: {}}
                """,
                ImportRules.builder(ScopeList.ALL_OF, "oauth")
                    .accountParameter("acct")
                    .owner("application", "app")
                    .owner("key", "key")
                    .noSecurityMeansPublic()
                    .accountNotCheckedWhereNoParameterIsDeclared())
            .catalogue();
    assertThat(catalogue.operations())
        .extracting(operation -> operation.accountRule().toString())
        .containsExactly(
            "account: acct, segment 1 and owner: application app, segment 3",
            "owner: application app, segment 1 and owner: key key, segment 2",
            "owner: key key, segment 1 and owner: application app, segment 2",
            "NOT_CHECKED",
            "NOT_CHECKED",
            "NO_PARAMETER");
  }

  @Test
  void accounts_severalDeclaredAlike_theFirstOfEachCounts() throws Exception {
    Catalogue catalogue =
        imported(
                "/a/{acct}/to/{account}/{app}/{application}: {get: {}}",
                ImportRules.builder(ScopeList.ALL_OF, "oauth")
                    .accountParameter("acct")
                    .accountParameter("account")
                    .owner("app", "app")
                    .owner("app", "application"))
            .catalogue();
    assertThat(catalogue.operations().get(0).accountRule())
        .hasToString("account: acct, segment 1 and owner: app app, segment 4");
  }

  @Test
  void accounts_fromRequest_areCheckedWhereNoParameterIsTheAccount() throws Exception {
    Catalogue catalogue =
        imported(
                """
                /a/{acct}: {get: {}}
                /b/{app}: {get: {}}
                /c/{other}: {get: {}, put: {security: []}}
                /d: {get: {}, put: {security: []}}
                """,
                ImportRules.builder(ScopeList.ALL_OF, "oauth")
                    .accountParameter("acct")
                    .owner("app", "app")
                    .noSecurityMeansPublic()
                    .accountFromRequest())
            .catalogue();
    assertThat(catalogue.operations())
        .extracting(operation -> operation.accountRule().toString())
        .containsExactly(
            "account: acct, segment 1",
            "account: from-request and owner: app app, segment 1",
            "account: from-request",
            "NOT_CHECKED",
            "account: from-request",
            "NO_PARAMETER");
  }

  @Test
  void accounts_ofPublicOperations_areNotChecked() throws Exception {
    Catalogue catalogue =
        imported(
                "/a/{acct}: {get: {security: []}, put: {}}",
                ImportRules.builder(ScopeList.ALL_OF, "oauth")
                    .accountParameter("acct")
                    .noSecurityMeansPublic())
            .catalogue();
    assertThat(catalogue.operations())
        .extracting(operation -> operation.accountRule().toString())
        .containsExactly("NOT_CHECKED", "account: acct, segment 1");
  }

  @Test
  void accounts_notDeclared_refusedOncePerSetOfParameters() {
    assertThat(
            problems(
                """
                /a/{x}: {get: {}}
                /b/{x}: {get: {}}
                /c/{y}/{z}: {get: {}}
                """,
                ImportRules.builder(ScopeList.ALL_OF, "oauth")))
        .containsExactly(
            "api.yaml:11:12: `GET /a/{x}` and 1 more: whose account is it? Declare of `x` which is"
                + " the account or a resource with an owner, that the account comes with the"
                + " request, or that no account is checked",
            "api.yaml:13:16: `GET /c/{y}/{z}`: whose account is it? Declare of `y`, `z` which is"
                + " the account or a resource with an owner, that the account comes with the"
                + " request, or that no account is checked");
  }

  @Test
  void accounts_declaredForNoParameter_refused() {
    assertThat(
            problems(
                "/a/{app_id}: {get: {}}",
                Documents.rules().accountParameter("acount").owner("app", "ap_id")))
        .containsExactly(
            "api.yaml:1:1: no path has a parameter `acount`, declared as account",
            "api.yaml:1:1: no path has a parameter `ap_id`, declared as `app`; nearest: `app_id`");
  }

  @Test
  void accounts_declaredWithTheSegmentBefore_goBeforeTheNameAlone() throws Exception {
    Catalogue catalogue =
        CatalogueImport.of(
                Documents.parse(Documents.controlApi() + "security: [{oauth: [x]}]"),
                ImportRules.builder(ScopeList.ALL_OF, "oauth")
                    .accountParameter("accounts/id")
                    .accountParameter("account_id")
                    .owner("app", "id")
                    .owner("app", "app_id")
                    .build())
            .catalogue();
    Catalogue shipped = ControlApi.catalogue();
    assertThat(catalogue.operations()).hasSize(24);
    for (Operation operation : shipped.operations()) {
      assertThat(catalogue.operations())
          .filteredOn(o -> o.method().equals(operation.method()))
          .filteredOn(o -> o.template().equals(operation.template()))
          .extracting(Operation::accountRule)
          .containsExactly(operation.accountRule());
    }
  }

  @Test
  void accounts_firstSegment_hasNoneBefore() throws Exception {
    Catalogue catalogue =
        imported(
                "/{a}/{b}: {get: {}}",
                ImportRules.builder(ScopeList.ALL_OF, "oauth").owner("x", "{a}/b"))
            .catalogue();
    assertThat(catalogue.operations().get(0).accountRule()).hasToString("owner: x b, segment 1");
  }

  @Test
  void rules_contradictions_refused() {
    assertThatThrownBy(() -> Documents.rules().owner("a", "p").owner("b", "p"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter p is of two kinds, a and b");
    assertThatThrownBy(() -> Documents.rules().owner("a", "p").accountParameter("p").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("parameter p is both the account and a resource");
    assertThat(Documents.rules().owner("a", "p").owner("a", "p").build().ownerKinds)
        .containsOnlyKeys("p");
  }
}
