package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warder.model.Capability;
import dev.warder.model.Command;
import org.junit.jupiter.api.Test;

class ExplanationTest {
  private final PolicyEngine engine = Notes.engine();

  private Explanation explain(Grant grant, String method, String path) {
    return engine.explain(grant, engine.decide(grant, method, path));
  }

  @Test
  void explain_missingCapability_everythingThatHelps() {
    Explanation explanation = explain(Notes.grant(engine, "share"), "POST", "/v1/notes/n1/share/x");
    assertThat(explanation.decision().reason()).isEqualTo(Reason.MISSING_CAPABILITY);
    assertThat(explanation.missing()).hasToString("[[read:note], [admin:note]]");
    assertThat(explanation.enough()).extracting(Capability::raw).containsExactly("read:note");
    assertThat(explanation.commands()).extracting(Command::name).containsExactly("note send");
    assertThat(explanation.documentation()).contains("https://example.com/notes");
    assertThat(explanation).hasToString("missing-capability share-note, enough: [read:note]");
    assertThat(explanation.fingerprint()).isEqualTo(Notes.CATALOGUE.fingerprint());
  }

  @Test
  void explain_twoOfOneAlternative_fewestFirst() {
    Explanation explanation = explain(Notes.grant(engine), "POST", "/v1/notes/n1/share/x");
    assertThat(explanation.missing()).hasToString("[[read:note, share], [admin:note]]");
    assertThat(explanation.enough()).extracting(Capability::raw).containsExactly("admin:note");
  }

  @Test
  void explain_allowed_nothingIsMissing() {
    Explanation explanation = explain(Notes.grant(engine, "admin:note"), "PUT", "/v1/notes/n1");
    assertThat(explanation.missing()).hasToString("[[]]");
    assertThat(explanation.enough()).isEmpty();
    assertThat(explanation.documentation()).contains("https://example.com/notes/put");
    assertThat(explanation.commands())
        .extracting(Command::name)
        .containsExactly("note put", "note send");
  }

  @Test
  void explain_noOperation_onlyCatalogue() {
    Explanation explanation = explain(engine.anonymous(), "GET", "/v1/nothing");
    assertThat(explanation.missing()).isEmpty();
    assertThat(explanation.enough()).isEmpty();
    assertThat(explanation.commands()).isEmpty();
    assertThat(explanation.documentation()).contains("https://example.com/notes");
  }

  @Test
  void explain_decisionOfAnotherEngine_refused() {
    PolicyEngine other = Notes.engine();
    Decision foreign = other.decide(other.anonymous(), "GET", "/v1/me");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> engine.explain(engine.anonymous(), foreign));
  }
}
