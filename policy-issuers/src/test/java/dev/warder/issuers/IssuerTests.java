package dev.warder.issuers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warder.gate.GateReason;
import dev.warder.gate.Outcome;
import dev.warder.gate.revocation.Revocation;
import dev.warder.gate.token.TokenFault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What holds of each issuer, with the profile of its name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class IssuerTests {
  private final Issuer issuer;
  private NotesGate gate;

  IssuerTests(Issuer issuer) {
    this.issuer = issuer;
  }

  @BeforeAll
  void open() throws Exception {
    gate = NotesGate.of(issuer);
  }

  @AfterAll
  void close() {
    gate.close();
  }

  @Test
  void tokenWithTheCapability_isAllowed() throws Exception {
    checkAllowed(issuer.token("read:note"));
    assertThat(gate.put(issuer.name(), issuer.token("write:note")).reason())
        .isEqualTo(GateReason.ALLOWED);
  }

  @Test
  void tokenWithoutTheCapability_isToldWhichIsMissing() throws Exception {
    Outcome outcome = gate.put(issuer.name(), issuer.token("read:note"));
    assertThat(outcome.reason()).isEqualTo(GateReason.MISSING_CAPABILITY);
    assertThat(outcome.status()).isEqualTo(403);
    assertThat(outcome.headers().get("WWW-Authenticate"))
        .contains("error=\"insufficient_scope\"", "scope=\"write:note\"");
  }

  @Test
  void revokedValue_isRefused_anotherOfTheSameClientIsNot() throws Exception {
    String token = issuer.token("read:note");
    Outcome before = gate.get(issuer.name(), token);
    assertThat(before.reason()).isEqualTo(GateReason.ALLOWED);
    gate.revocations().revoke(Revocation.ofValue(before.token().orElseThrow().identity()));
    assertThat(gate.get(issuer.name(), token).reason()).isEqualTo(GateReason.REVOKED_TOKEN);
    checkAllowed(issuer.token("read:note"));
  }

  @Test
  void tokenForAnotherApi_isRefused() throws Exception {
    assertThat(gate.get(issuer.name(), issuer.tokenForAnotherApi()).fault())
        .contains(TokenFault.OTHER_AUDIENCE);
  }

  /** Checks that a token may get the issuer's note. */
  void checkAllowed(String token) {
    assertThat(gate.get(issuer.name(), token).reason()).isEqualTo(GateReason.ALLOWED);
  }

  /** Checks what a user got who signed in: the access token is good, the ID token is not. */
  void checkTokensOfUser(JsonNode tokens) {
    checkAllowed(tokens.get("access_token").asText());
    assertThat(gate.get(issuer.name(), tokens.get("id_token").asText()).fault())
        .contains(TokenFault.CAPABILITIES);
  }
}
