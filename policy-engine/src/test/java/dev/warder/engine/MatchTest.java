package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.warder.model.Operation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchTest {
  private final PolicyEngine engine = Notes.engine();

  private static Operation operation(String id) {
    return Notes.CATALOGUE.operation(id).orElseThrow();
  }

  @Test
  void match_operation_parametersWithTheirPlaces() {
    Match match = engine.match("POST", "/v1/notes/n1/share/a%20b");
    assertThat(match.refusal()).isEmpty();
    assertThat(match.operations()).containsExactly(operation("share-note"));
    assertThat(match.resources()).containsExactly(new Match.Resource("note", "n1"));
    assertThat(match.parameters(operation("share-note")))
        .extracting(
            Match.Parameter::name,
            Match.Parameter::text,
            Match.Parameter::start,
            Match.Parameter::end)
        .containsExactly(tuple("id", "n1", 10, 12), tuple("name", "a%20b", 19, 24));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "GET | /v1/files/n1.json | json | [id=n1 at 10] | [Resource[kind=file, id=n1]]",
        "HEAD | /v1/files/n1.json | json | [id=n1 at 10] | [Resource[kind=file, id=n1]]",
        "POST | /v1/files/n1:copy | copy | [id=n1 at 10] | [Resource[kind=file, id=n1]]",
        "POST | /v1/files/n1:copy:copy | copy | [id=n1:copy at 10] | []",
        "GET | /v1/in/A/root:/a | item | [a=A at 7, path=a at 15] | []",
        "GET | /v1/in/A/root:/a/b%20c/d | item | [a=A at 7, path=a/b%20c/d at 15] | []",
        "GET | /v1/in/A/root:/a/b:/content | content | [a=A at 7, path=a/b at 15] | []",
        "GET | /v1/reports/a/b/for-A.csv | report | [path=a/b at 12, a=A at 20] | []",
        "GET | /v1/reports/get(period='D7') | period | [p=D7 at 24] | []",
        "PUT | /v1/tree/a/b/ | tree | [path=a/b at 9] | []",
        "GET | /v1/tree/a/of/b/of/n1 | leaf | [path=a/of/b at 9, id=n1 at 19]"
            + " | [Resource[kind=file, id=n1]]",
        "GET | /v1/files/ | list-slash | [] | []",
        "GET | /v1/ | root | [] | []"
      })
  void match_anySortOfTemplate_parametersAndResources(
      String method, String path, String id, String parameters, String resources) {
    PolicyEngine everything =
        PolicyEngine.compile(Everything.CATALOGUE, ResourceOwners.checkedByCaller());
    Match match = everything.match(method, path);
    assertThat(match.operations()).containsExactly(Everything.operation(id));
    List<Match.Parameter> found = match.parameters(Everything.operation(id));
    assertThat(found).hasToString(parameters);
    assertThat(match.resources()).hasToString(resources);
    assertThat(found).allMatch(p -> path.substring(p.start(), p.end()).equals(p.text()));
  }

  @Test
  void match_accountInPath_needsNoOwner() {
    Match match = engine.match("GET", "/v1/accounts/A/notes");
    assertThat(match.resources()).isEmpty();
    assertThat(match.parameters(operation("list-notes")))
        .singleElement()
        .hasToString("account=A at 13");
  }

  @Test
  void match_nothing_refusalForEveryGrant() {
    assertThat(engine.match("GET", "/v1/nothing").refusal())
        .contains(engine.decide(engine.anonymous(), "GET", "/v1/nothing"));
    assertThat(engine.match("GET", "/v1/nothing").operations()).isEmpty();
    assertThat(engine.match("GET", "/v1/nothing").resources()).isEmpty();
    assertThat(engine.match("GET", "/v1/nothing")).hasToString("unknown-operation");
    assertThat(engine.match("GET", "/v1/me")).hasToString("[me]");
  }

  @Test
  void parameters_operationNotAsked_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.match("GET", "/v1/notes/n1").parameters(operation("put-note")))
        .withMessage("not asked: put-note");
  }

  @Test
  void decide_match_ownersOfTheCallCount() {
    Grant grant = Notes.grant(engine, "read:note");
    Match match = engine.match("GET", "/v1/notes/n9");
    assertThat(engine.decide(grant, "GET", "/v1/notes/n9").reason())
        .isEqualTo(Reason.WRONG_ACCOUNT);
    ResourceOwners lookedUp = ResourceOwners.of(Map.of("note", Map.of("n9", "A")));
    assertThat(engine.decide(grant, match, lookedUp).isAllowed()).isTrue();
    assertThat(engine.decide(grant, engine.match("GET", "//"), lookedUp).reason())
        .isEqualTo(Reason.MALFORMED_REQUEST);
  }

  @Test
  void decide_matchOfAnotherEngine_refused() {
    Match foreign = Notes.engine().match("GET", "/v1/me");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> engine.decide(engine.anonymous(), foreign, ResourceOwners.checkedByCaller()));
  }
}
