package dev.warder.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.engine.Decision;
import dev.warder.engine.Reason;
import dev.warder.engine.ResourceOwners;
import dev.warder.gate.limit.LimitKind;
import dev.warder.gate.revocation.Revocation;
import dev.warder.gate.token.TokenFault;
import dev.warder.model.Limits;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest extends WithGate {
  @Test
  void authorize_allowed_carriesTokenDecisionAndCharge() {
    Outcome outcome = get(builder().build(), READER);
    assertThat(outcome.isAllowed()).isTrue();
    assertThat(outcome.token().orElseThrow().tokenId()).isEqualTo("t-1");
    assertThat(outcome.decision().orElseThrow().operation().orElseThrow().id())
        .isEqualTo("get-note");
    assertThat(outcome.charge().orElseThrow().remaining(LimitKind.TOKEN)).isEqualTo(2);
    assertThat(outcome.fault()).isEmpty();
    assertThat(outcome.failure()).isEmpty();
    assertThat(outcome.fingerprint()).isEqualTo(Notes.catalogue().fingerprint());
    assertThat(outcome)
        .hasToString(
            "allowed get-note, token t-1 of account A, issued by https://tokens.example.com");
  }

  @Test
  void authorize_rejected_carriesTheFaultAlone() {
    Outcome outcome =
        builder()
            .build()
            .authorize(Asked.request("Bearer a.b.c", "GET", "/v1/notes/n1", "192.0.2.7"));
    assertThat(outcome.fault()).contains(TokenFault.NOT_BASE64URL);
    assertThat(outcome.token()).isEmpty();
    assertThat(outcome.decision()).isEmpty();
    assertThat(outcome).hasToString("invalid-token");
  }

  @Test
  void authorize_missingToken_decisionForTheHostAlone() {
    Outcome outcome =
        builder().build().authorize(Asked.request(null, "GET", "/v1/notes/n1", "192.0.2.7"));
    assertThat(outcome.reason()).isEqualTo(GateReason.MISSING_TOKEN);
    assertThat(outcome.decision().map(Decision::reason)).contains(Reason.WRONG_ACCOUNT);
    assertThat(outcome.body()).doesNotContain("note");
  }

  @Test
  void authorize_ownersThrow_isUnavailableAsTheEngineSays() {
    ResourceOwners failing =
        (account, kind, path, start, end) -> {
          throw new IllegalStateException("no");
        };
    Gate gate =
        Gate.builder()
            .catalogue(Notes.catalogue(), failing)
            .tokens(SignedToken.verifier())
            .revocations(revocations)
            .clock(clock)
            .build();
    assertThat(get(gate, READER).reason()).isEqualTo(GateReason.UNAVAILABLE);
  }

  @Test
  void authorize_countsThrow_failureIsTold() {
    IllegalStateException failure = new IllegalStateException("no counts");
    Outcome outcome = get(builder().rateLimits(new FailingLimits(failure)).build(), READER);
    assertThat(outcome.reason()).isEqualTo(GateReason.UNAVAILABLE);
    assertThat(outcome.failure()).contains(failure);
    assertThat(outcome.isAllowed()).isFalse();
    assertThat(outcome.body()).doesNotContain("counts");
  }

  @Test
  void authorize_clientsOfOneNetwork_shareACount() {
    Gate gate = builder().build();
    assertThat(anonymous(gate, "2001:db8::1").isAllowed()).isTrue();
    assertThat(anonymous(gate, "2001:db8::2").isAllowed()).isTrue();
    assertThat(anonymous(gate, "2001:db8::3").reason()).isEqualTo(GateReason.PUBLIC_LIMIT);
    assertThat(anonymous(gate, "2001:db8:0:1::3").isAllowed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2001:db8:0:0:0:0:0:1:%d", "192.0.2.7, 10.0.0.1:%d", "unix:%d"})
  void authorize_badTokensFromAnyPort_areOfOneClient(String client) {
    Gate gate = builder().build();
    for (int port = 50_000; port < 50_500; port++) {
      Outcome outcome =
          gate.authorize(Asked.request("Bearer x", "GET", "/v1/notes/n1", client.formatted(port)));
      assertThat(outcome.reason())
          .isEqualTo(port < 50_002 ? GateReason.INVALID_TOKEN : GateReason.CLIENT_LIMIT);
    }
  }

  @Test
  void authorize_clientsBehindOneNat64_areCountedApart() {
    Gate gate = builder().build();
    for (int i = 0; i < 10; i++) {
      gate.authorize(Asked.request("Bearer x", "GET", "/v1/notes/n1", "64:ff9b::192.0.2.7"));
    }
    assertThat(
            gate.authorize(Asked.request("Bearer x", "GET", "/v1/notes/n1", "64:ff9b::192.0.2.8"))
                .reason())
        .isEqualTo(GateReason.INVALID_TOKEN);
    assertThat(
            gate.authorize(Asked.request("Bearer x", "GET", "/v1/notes/n1", "192.0.2.7")).reason())
        .isEqualTo(GateReason.CLIENT_LIMIT);
  }

  @Test
  void authorize_publicRequestsAndDeniedOnes_areCountedApart() {
    Gate gate = builder().build();
    for (int i = 0; i < 10; i++) {
      anonymous(gate, "192.0.2.7");
    }
    assertThat(gate.authorize(Asked.request(null, "GET", "/v1/notes/n1", "192.0.2.7")).reason())
        .isEqualTo(GateReason.MISSING_TOKEN);
    assertThat(gate.authorize(Asked.request("Bearer x", "GET", "/v1/status", "192.0.2.7")).reason())
        .isEqualTo(GateReason.INVALID_TOKEN);
    assertThat(gate.authorize(Asked.request("Bearer x", "GET", "/v1/status", "192.0.2.7")).reason())
        .isEqualTo(GateReason.CLIENT_LIMIT);
    assertThat(anonymous(gate, "192.0.2.7").reason()).isEqualTo(GateReason.PUBLIC_LIMIT);
  }

  /** The limit of a client is 2: four page loads of a browser, then a preflight. */
  @Test
  void authorize_publicLimitOfTheCatalogue_admitsPageLoadsAndAPreflight() {
    String preflight =
        """
          preflight: {method: OPTIONS, path: /notes, summary: P, requires: public}
        """;
    String text =
        Notes.TEXT
            .replace("operations:\n", "operations:\n" + preflight)
            .replace("client: 2/hour}", "client: 2/hour, public: 9/hour}");
    Gate gate =
        Gate.builder()
            .catalogue(Notes.catalogue(text), Notes.OWNERS)
            .tokens(SignedToken.verifier())
            .revocations(revocations)
            .clock(clock)
            .build();
    for (int load = 0; load < 4; load++) {
      assertThat(anonymous(gate, "192.0.2.7").isAllowed()).isTrue();
      assertThat(
              gate.authorize(Asked.request(null, "OPTIONS", "/v1/notes", "192.0.2.7")).isAllowed())
          .isTrue();
    }
    assertThat(gate.authorize(Asked.request(null, "OPTIONS", "/v1/notes", "192.0.2.7")).isAllowed())
        .isTrue();
    assertThat(anonymous(gate, "192.0.2.7").reason()).isEqualTo(GateReason.PUBLIC_LIMIT);
  }

  /** What a request without a token costs is a decision; nobody is asked about its path. */
  @Test
  void authorize_withoutToken_asksNoOwners() {
    ResourceOwners failing =
        (account, kind, path, start, end) -> {
          throw new AssertionError("asked");
        };
    Gate gate =
        Gate.builder()
            .catalogue(Notes.catalogue(), failing)
            .tokens(SignedToken.verifier())
            .revocations(revocations)
            .clock(clock)
            .build();
    assertThat(gate.authorize(Asked.request(null, "GET", "/v1/notes/n1", "192.0.2.7")).reason())
        .isEqualTo(GateReason.MISSING_TOKEN);
  }

  @Test
  void authorize_hourTurns_countsStartAnew() {
    Gate gate = builder().build();
    anonymous(gate, "c");
    anonymous(gate, "c");
    clock.move(Duration.ofSeconds(2_799).plusMillis(999));
    Outcome last = anonymous(gate, "c");
    assertThat(last.reason()).isEqualTo(GateReason.PUBLIC_LIMIT);
    assertThat(last.headers()).containsEntry("Retry-After", "1");
    clock.move(Duration.ofMillis(1));
    assertThat(anonymous(gate, "c").isAllowed()).isTrue();
    // Asked later than it was judged, an answer does not tell a client to come at once.
    assertThat(last.headers()).containsEntry("Retry-After", "1");
  }

  @Test
  void authorize_oneLookAtAClockDecadesAhead_locksNobodyOut() {
    Gate gate = builder().build();
    assertThat(anonymous(gate, "c").isAllowed()).isTrue();
    clock.move(Duration.ofDays(27_000));
    assertThat(anonymous(gate, "c").isAllowed()).isTrue();
    clock.move(Duration.ofDays(-27_000));
    assertThat(anonymous(gate, "c").isAllowed()).isTrue();
    assertThat(anonymous(gate, "c").headers()).containsEntry("Retry-After", "2800");
    clock.move(Duration.ofHours(1));
    assertThat(anonymous(gate, "c").isAllowed()).isTrue();
  }

  @Test
  void reportOnly_denied_letThroughAndReported() {
    Gate gate = builder().allowEveryRequestAndOnlyReportDenials().build();
    Outcome outcome =
        gate.authorize(Asked.request(READER.bearer(), "PUT", "/v1/notes/n1", "192.0.2.7"));
    assertThat(outcome.isAllowed()).isTrue();
    assertThat(outcome.reason()).isEqualTo(GateReason.MISSING_CAPABILITY);
    assertThat(outcome.status()).isEqualTo(200);
    assertThat(outcome.body()).isEmpty();
    assertThat(outcome.headers()).containsOnlyKeys("RateLimit-Policy", "RateLimit");
    assertThat(gate.authorize(Asked.request("x", "x y", "", "192.0.2.7")).isAllowed()).isTrue();
  }

  @Test
  void limits_ofTheHost_insteadOfTheCatalogues() {
    Gate gate = builder().limits(Limits.NONE.withToken(1)).build();
    assertThat(get(gate, READER).headers())
        .containsEntry("RateLimit-Policy", "\"token\";q=1;w=3600");
    assertThat(get(gate, READER).reason()).isEqualTo(GateReason.TOKEN_LIMIT);
    gate.replaceCatalogue(Notes.catalogue());
    assertThat(get(gate, READER).reason()).isEqualTo(GateReason.TOKEN_LIMIT);
    for (int i = 0; i < 100; i++) {
      assertThat(anonymous(gate, "c").headers()).isEmpty();
    }
  }

  @Test
  void limits_noneAnywhere_noFieldsOfThem() {
    Gate gate =
        Gate.builder()
            .catalogue(Notes.unlimited(), Notes.OWNERS)
            .tokens(SignedToken.verifier())
            .revocations(revocations)
            .clock(clock)
            .build();
    assertThat(get(gate, READER).headers()).isEmpty();
  }

  /** An answer is made of what was known when the request was judged. */
  @Test
  void headers_clockThatFailsOnceItWasJudged_areAsThen() {
    boolean[] isFailing = {false};
    Gate gate =
        builder()
            .clock(
                () -> {
                  if (isFailing[0]) {
                    throw new IllegalStateException("no time");
                  }
                  return clock.instant();
                })
            .build();
    Outcome allowed = get(gate, READER);
    anonymous(gate, "c");
    anonymous(gate, "c");
    Outcome limited = anonymous(gate, "c");
    isFailing[0] = true;
    assertThat(allowed.headers()).containsOnlyKeys("RateLimit-Policy", "RateLimit");
    assertThat(limited.headers()).containsEntry("Retry-After", "2800");
    assertThat(limited.body()).contains("public-limit");
    assertThat(get(gate, READER).reason()).isEqualTo(GateReason.UNAVAILABLE);
  }

  @Test
  void headers_askedLater_areThoseOfWhenItWasJudged() {
    Gate gate = builder().build();
    anonymous(gate, "c");
    anonymous(gate, "c");
    Outcome limited = anonymous(gate, "c");
    clock.move(Duration.ofSeconds(60));
    assertThat(limited.headers()).containsEntry("Retry-After", "2800");
  }

  @Test
  void authorize_clockFails_isUnavailable() {
    Gate gate =
        builder()
            .clock(
                () -> {
                  throw new IllegalStateException("no time");
                })
            .build();
    assertThat(anonymous(gate, "c").reason()).isEqualTo(GateReason.UNAVAILABLE);
    assertThat(get(gate, READER).reason()).isEqualTo(GateReason.UNAVAILABLE);
    assertThat(get(gate, READER).headers()).containsOnlyKeys("Content-Type", "Cache-Control");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "?\r\nX: y",
        "?a b",
        "?a#b",
        "?\t",
        "?\u0000",
        "?\u007f",
        "?a?\n",
        "#",
        " ?a",
        "?\u0080",
        "?\u009f",
        "?\u00e9",
        "?\u010a",
        "?\u010d",
        "?\ud800",
        "?\ud83d\ude00"
      })
  void authorize_queryThatEndsTheTarget_isMalformed(String behind) {
    Gate gate = builder().build();
    assertThat(gate.authorize(Asked.request(null, "GET", "/v1/status" + behind, "c")).reason())
        .isEqualTo(GateReason.MALFORMED_REQUEST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?", "??", "?a=/../%00&b[]=|\\\"", "?/?"})
  void authorize_anyOtherQuery_isLeftAlone(String query) {
    Gate gate = builder().build();
    assertThat(gate.authorize(Asked.request(null, "GET", "/v1/status" + query, "c")).isAllowed())
        .isTrue();
  }

  @Test
  void retryAfter_partOfASecondLeft_isRoundedUp() {
    Gate gate = builder().build();
    anonymous(gate, "c");
    anonymous(gate, "c");
    clock.move(Duration.ofSeconds(2_798).plusNanos(999_999_999));
    assertThat(anonymous(gate, "c").headers()).containsEntry("Retry-After", "2");
    clock.move(Duration.ofNanos(1));
    assertThat(anonymous(gate, "c").headers()).containsEntry("Retry-After", "1");
  }

  @Test
  void close_then_everythingIsUnavailableAndNobodyTold() {
    Gate gate = builder().build();
    assertThat(get(gate, READER).isAllowed()).isTrue();
    gate.close();
    gate.close();
    revocations.revoke(new Revocation.OfToken(SignedToken.ISSUER, "t-1"));
    assertThat(get(gate, READER).reason()).isEqualTo(GateReason.UNAVAILABLE);
    assertThat(anonymous(gate, "c").reason()).isEqualTo(GateReason.UNAVAILABLE);
  }
}
