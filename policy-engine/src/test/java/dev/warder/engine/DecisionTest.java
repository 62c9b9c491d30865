package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import dev.warder.model.ControlApi;
import dev.warder.model.Operation;
import dev.warder.model.Requires;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {
  private final PolicyEngine engine = Notes.engine();
  private final Grant reader = Notes.grant(engine, "read:note");

  private Decision decide(String method, String path) {
    return engine.decide(reader, method, path);
  }

  private static Operation operation(String id) {
    return Notes.CATALOGUE.operation(id).orElseThrow();
  }

  @Test
  void decide_sameAnswer_sameObject() {
    assertThat(decide("GET", "/v1/notes/n1")).isSameAs(decide("GET", "/v1/notes/" + "n" + 1));
    assertThat(decide("PUT", "/v1/notes/n1")).isSameAs(decide("PUT", "/v1/notes/n1"));
    assertThat(decide("GET", "/v1/x")).isSameAs(decide("PUT", "/v1/y"));
    assertThat(decide("GET", "//")).isSameAs(decide("G T", "/v1/me"));
  }

  @Test
  void decide_allowed_namesTheOperation() {
    Decision decision = decide("GET", "/v1/notes/n1");
    assertThat(decision.isAllowed()).isTrue();
    assertThat(decision.reason()).isEqualTo(Reason.ALLOWED);
    assertThat(decision.operation()).contains(operation("get-note"));
    assertThat(decision.asked()).containsExactly(operation("get-note"));
    assertThat(decision.allow()).isEmpty();
    assertThat(decision).hasToString("allowed get-note");
  }

  @Test
  void decide_otherMethod_listsMethodsInCatalogueOrder() {
    Decision decision = decide("PATCH", "/v1/notes/n1");
    assertThat(decision.reason()).isEqualTo(Reason.METHOD_NOT_ALLOWED);
    assertThat(decision.allow()).containsExactly("GET", "HEAD", "PUT", "DELETE");
    assertThat(decision.operation()).isEmpty();
    assertThat(decision.asked()).isEmpty();
    assertThat(decision).hasToString("method-not-allowed");
  }

  @Test
  void decide_malformedMethodOnKnownPath_malformed() {
    assertThat(decide("", "/v1/me").reason()).isEqualTo(Reason.MALFORMED_REQUEST);
    assertThat(decide("GET ", "/v1/me").reason()).isEqualTo(Reason.MALFORMED_REQUEST);
    assertThat(decide("GET ", "/v1/unknown").reason()).isEqualTo(Reason.MALFORMED_REQUEST);
  }

  @Test
  void decideOperation_accounts_comparedWhereTheOperationChecksThem() {
    assertThat(engine.decide(reader, operation("get-note"), "A").isAllowed()).isTrue();
    assertThat(engine.decide(reader, operation("get-note"), "B").reason())
        .isEqualTo(Reason.WRONG_ACCOUNT);
    assertThat(engine.decide(reader, operation("get-note"), null).reason())
        .isEqualTo(Reason.WRONG_ACCOUNT);
    assertThat(engine.decide(reader, operation("me"), null).isAllowed()).isTrue();
    assertThat(engine.decide(engine.anonymous(), operation("list-notes"), null).reason())
        .isEqualTo(Reason.WRONG_ACCOUNT);
  }

  @Test
  void decideOperation_accountInTheFirstSegment_comparedToo() throws Exception {
    Catalogue catalogue =
        Catalogue.builder("first")
            .version("1")
            .title("First")
            .operation(
                "get",
                o ->
                    o.at("GET", "/{account}")
                        .summary("Get")
                        .account("account")
                        .requires(Requires.ANY_TOKEN))
            .build();
    Operation get = catalogue.operation("get").orElseThrow();
    PolicyEngine first = PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller());
    Grant grant = first.grant("A", List.of());
    assertThat(first.decide(grant, get, "A").isAllowed()).isTrue();
    assertThat(first.decide(grant, get, "B").reason()).isEqualTo(Reason.WRONG_ACCOUNT);
    assertThat(first.decide(grant, "GET", "/A").isAllowed()).isTrue();
    assertThat(first.decide(grant, "GET", "/B").reason()).isEqualTo(Reason.WRONG_ACCOUNT);
  }

  @Test
  void decideOperation_waiver_accountComparedAllTheSame() {
    PolicyEngine waived = PolicyEngine.compile(Notes.CATALOGUE, ResourceOwners.checkedByCaller());
    Grant grant = Notes.grant(waived, "read:note");
    assertThat(waived.decide(grant, operation("get-note"), "B").reason())
        .isEqualTo(Reason.WRONG_ACCOUNT);
    assertThat(waived.decide(grant, "GET", "/v1/notes/n2").isAllowed()).isTrue();
    assertThat(waived.decide(grant, "GET", "/v1/accounts/B/notes").reason())
        .isEqualTo(Reason.WRONG_ACCOUNT);
  }

  @Test
  void decideOperation_accountTakenFromTheGrant_refusedWhateverTheOperation() {
    String taken = reader.account().orElseThrow();
    for (String id : List.of("get-note", "list-notes", "me", "status", "purge")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> engine.decide(reader, operation(id), taken))
          .withMessage(
              "the resource's account was taken from the grant, which would always pass;"
                  + " look it up where the resource is kept");
    }
  }

  /** The text that the grant was made from and every equal one may be a resource's account. */
  @Test
  void decideOperation_equalAccountFromElsewhere_compared() {
    String account = "A";
    Grant grant = engine.grant(account, List.of("read:note"));
    assertThat(engine.decide(grant, operation("get-note"), account).isAllowed()).isTrue();
    String ofAnotherGrant = Notes.grant(engine).account().orElseThrow();
    assertThat(engine.decide(grant, operation("get-note"), ofAnotherGrant).isAllowed()).isTrue();
  }

  @Test
  void decideOperation_anonymousGrantHasNoAccountToTake_wrongAccount() {
    Grant anonymous = engine.anonymous();
    assertThat(
            engine
                .decide(anonymous, operation("get-note"), anonymous.account().orElse(null))
                .reason())
        .isEqualTo(Reason.WRONG_ACCOUNT);
  }

  private static Reason asAccount(String account, String path) {
    PolicyEngine engine = Notes.engine();
    return engine.decide(engine.grant(account, List.of("read:note")), "GET", path).reason();
  }

  /** The segment is compared whole, and an account with a slash is no segment. */
  @Test
  void decide_accountAndSegmentBeginAlike_wrongAccount() {
    assertThat(asAccount("AB", "/v1/accounts/AB/notes")).isEqualTo(Reason.ALLOWED);
    assertThat(asAccount("A", "/v1/accounts/AB/notes")).isEqualTo(Reason.WRONG_ACCOUNT);
    assertThat(asAccount("AB", "/v1/accounts/A/notes")).isEqualTo(Reason.WRONG_ACCOUNT);
    assertThat(asAccount("A/notes", "/v1/accounts/A/notes")).isEqualTo(Reason.WRONG_ACCOUNT);
    assertThat(asAccount("A/", "/v1/accounts/A/notes")).isEqualTo(Reason.WRONG_ACCOUNT);
    assertThat(asAccount("A/notes/n", "/v1/accounts/A/notes")).isEqualTo(Reason.WRONG_ACCOUNT);
  }

  @Test
  void decideOperation_equalOfAnotherCatalogue_taken() throws Exception {
    Operation copy =
        CatalogueReader.parse("copy", Notes.CATALOGUE.canonicalForm())
            .operation("get-note")
            .orElseThrow();
    assertThat(engine.decide(reader, copy, "A").isAllowed()).isTrue();
  }

  @Test
  void decideOperation_otherCatalogue_refused() throws Exception {
    String changed = Notes.CATALOGUE.canonicalForm().replace("Get a note", "Fetch a note");
    Operation other = CatalogueReader.parse("other", changed).operation("get-note").orElseThrow();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.decide(reader, other, "A"))
        .withMessage("not of this engine's catalogue: get-note");
    Operation beyond = ControlApi.catalogue().operation("get-me").orElseThrow();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.decide(reader, beyond, "A"))
        .withMessage("not of this engine's catalogue: get-me");
    Operation justBeyond =
        ControlApi.catalogue().operations().get(Notes.CATALOGUE.operations().size());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.decide(reader, justBeyond, "A"))
        .withMessage("not of this engine's catalogue: " + justBeyond);
  }

  @Test
  void reasons_codesAndStatuses_areThoseOfTheSpecification() {
    assertThat(Reason.values())
        .extracting(reason -> reason.code() + " " + reason.status())
        .containsExactly(
            "allowed 200",
            "malformed-request 400",
            "unknown-operation 404",
            "method-not-allowed 405",
            "unmapped-operation 403",
            "wrong-account 404",
            "unavailable 503",
            "missing-capability 403");
  }

  @Test
  void engine_toString_namesTheCatalogue() {
    assertThat(engine.toString()).startsWith("engine of notes 1 (");
    assertThat(engine.catalogue()).isSameAs(Notes.CATALOGUE);
  }
}
