package dev.warder.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.warder.engine.PathLimits;
import dev.warder.gate.revocation.RevocationAnswer;
import dev.warder.gate.revocation.Revocations;
import dev.warder.gate.revocation.TokenIdentity;
import dev.warder.gate.token.TokenVerifierBuilder;
import java.net.URI;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateBuilderTest {
  private static GateBuilder complete() {
    return Gate.builder()
        .catalogue(Notes.catalogue(), Notes.OWNERS)
        .tokens(SignedToken.verifier())
        .acceptTokensThatWereRevoked();
  }

  @Test
  void build_somethingLeftUnsaid_refused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Gate.builder().build())
        .withMessage("set catalogue(…)");
    assertThatIllegalStateException()
        .isThrownBy(() -> Gate.builder().catalogue(Notes.catalogue(), Notes.OWNERS).build())
        .withMessage("set tokens(…) for one issuer, or issuer(…) for each of several");
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                Gate.builder()
                    .catalogue(Notes.catalogue(), Notes.OWNERS)
                    .tokens(SignedToken.verifier())
                    .build())
        .withMessage("set revocations(…), or acceptTokensThatWereRevoked()");
  }

  @Test
  void build_somethingSaidTwice_refused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> complete().catalogue(Notes.catalogue(), Notes.OWNERS))
        .withMessage("the catalogue is set already");
    assertThatIllegalStateException()
        .isThrownBy(() -> complete().tokens(SignedToken.verifier()))
        .withMessage("the tokens are set already");
    assertThatIllegalStateException()
        .isThrownBy(() -> complete().acceptTokensThatWereRevoked())
        .withMessage("the revocations are set already");
  }

  @Test
  void build_revocationsSetOnTheTokensToo_refused() {
    GateBuilder builder =
        Gate.builder()
            .catalogue(Notes.catalogue(), Notes.OWNERS)
            .tokens(SignedToken.verifier().revocations(new Counting()))
            .acceptTokensThatWereRevoked();
    assertThatIllegalStateException()
        .isThrownBy(builder::build)
        .withMessage("set the revocations on the gate's builder alone, not on that of its tokens");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\"b", "a\\b", "a\nb", "\u00e9", "\u007f"})
  void realm_whatAFieldCannotHold_refused(String realm) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> complete().realm(realm))
        .withMessage("a realm is printable ASCII without quotation mark and backslash");
  }

  @Test
  void realm_said_isTold() {
    Gate gate = complete().realm("the notes, ~ all").build();
    assertThat(gate.authorize(Asked.request(null, "GET", "/x", "c")).headers())
        .containsEntry("WWW-Authenticate", "Bearer realm=\"the notes, ~ all\"");
  }

  @Test
  void pathLimits_said_areKept() {
    Gate gate =
        complete().pathLimits(PathLimits.DEFAULT.withMaxCharacters(11).withMaxSegments(3)).build();
    assertThat(gate.authorize(Asked.request(null, "GET", "/v1/status", "c")).isAllowed()).isTrue();
    assertThat(gate.authorize(Asked.request(null, "GET", "/v1/status12", "c")).reason())
        .isEqualTo(GateReason.MALFORMED_REQUEST);
  }

  @Test
  void mostWaiting_bounds_pinned() {
    complete().mostWaiting(1);
    complete().mostWaiting(16 * 1024 * 1024);
    assertThatIllegalArgumentException().isThrownBy(() -> complete().mostWaiting(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> complete().mostWaiting(16 * 1024 * 1024 + 1));
  }

  /** A builder of tokens is not changed by what is built of it, nor by what could not be. */
  @Test
  void build_failed_canBeTriedAgainAndLeavesNothing() {
    TokenVerifierBuilder tokens = SignedToken.verifier();
    Counting revocations = new Counting();
    GateBuilder failing =
        Gate.builder()
            .catalogue(Notes.catalogue(), Notes.OWNERS)
            .pathLimits(PathLimits.DEFAULT.withMaxCharacters(2).withMaxSegments(1))
            .tokens(tokens)
            .revocations(revocations)
            .listener(event -> {});
    assertThatIllegalArgumentException().isThrownBy(failing::build);
    assertThat(revocations.listeners).isZero();
    Gate gate = failing.pathLimits(PathLimits.DEFAULT).build();
    assertThat(revocations.listeners).isEqualTo(1);
    gate.close();
    assertThat(revocations.listeners).isZero();
  }

  private static final class Counting implements Revocations {
    int listeners;

    @Override
    public RevocationAnswer check(TokenIdentity token) {
      return RevocationAnswer.CLEAR;
    }

    @Override
    public boolean isCurrent() {
      return true;
    }

    @Override
    public Listening onRevoked(Consumer<? super Predicate<? super TokenIdentity>> listener) {
      listeners++;
      return () -> listeners--;
    }
  }

  /** RFC 9728, section 5.1. */
  @Test
  void resourceMetadata_isNamedByEveryChallenge() {
    try (Gate gate =
        Gate.builder()
            .catalogue(Notes.catalogue(), Notes.OWNERS)
            .tokens(SignedToken.verifier())
            .acceptTokensThatWereRevoked()
            .resourceMetadata(
                URI.create("https://api.example.com/.well-known/oauth-protected-resource"))
            .build()) {
      String metadata =
          "resource_metadata=\"https://api.example.com/.well-known/oauth-protected-resource\"";
      assertThat(challenge(gate, null)).isEqualTo("Bearer realm=\"notes\", " + metadata);
      assertThat(challenge(gate, "Bearer x"))
          .startsWith("Bearer realm=\"notes\", " + metadata + ", error=\"invalid_token\"");
    }
  }

  private static String challenge(Gate gate, @Nullable String authorization) {
    return String.valueOf(
        gate.authorize(Asked.request(authorization, "GET", "/v1/notes/n1", "192.0.2.7"))
            .headers()
            .get("WWW-Authenticate"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://a.example",
        "/metadata",
        "https://a.example/#x",
        "https:///x",
        "https://é.example"
      })
  void resourceMetadata_noAddressOfTheWeb_refused(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gate.builder().resourceMetadata(URI.create(address)));
  }
}
