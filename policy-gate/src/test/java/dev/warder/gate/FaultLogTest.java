package dev.warder.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FaultLogTest {
  private final List<String> lines = new ArrayList<>();

  private static Gate gate(FaultLog log) {
    return Gate.builder()
        .catalogue(Notes.unlimited(), Notes.OWNERS)
        .tokens(SignedToken.verifier())
        .acceptTokensThatWereRevoked()
        .clock(() -> java.time.Instant.ofEpochSecond(SignedToken.NOW))
        .faultLog(log)
        .build();
  }

  private static Outcome ask(Gate gate, @Nullable String authorization) {
    return gate.authorize(Asked.request(authorization, "GET", "/v1/notes/n1", "192.0.2.7"));
  }

  @Test
  void refusedTokens_haveALineEach_withWhatWouldBeRight() {
    String good = SignedToken.of("t-1", "A", "read:note").bearer();
    try (Gate gate = gate(FaultLog.to(lines::add))) {
      assertThat(ask(gate, good).isAllowed()).isTrue();
      assertThat(ask(gate, null).isAllowed()).isFalse();
      assertThat(lines).isEmpty();
      assertThat(ask(gate, "Bearer x").isAllowed()).isFalse();
      assertThat(ask(gate, good + "=").isAllowed()).isFalse();
      assertThat(ask(gate, good.replaceFirst("[^.]*$", "AAAA")).isAllowed()).isFalse();
      assertThat(lines)
          .containsExactly(
              "not-compact: the token is not three non-empty parts with dots between",
              "not-base64url: a part is not canonical base64url without padding",
              "signature: the signature is not the key's; iss `https://tokens.example.com`; kid"
                  + " `s1`");
      assertThat(lines).noneMatch(line -> line.contains("eyJ"));
    }
  }

  @Test
  void refusedClaimsThatWereVerifiedElsewhere_haveALineToo() {
    try (Gate gate = gate(FaultLog.to(lines::add))) {
      GateRequest request = Asked.request(null, "GET", "/v1/notes/n1", "192.0.2.7");
      Outcome outcome =
          gate.authorizeClaimsVerifiedElsewhere(request, Map.of("iss", "https://other.example"));
      assertThat(outcome.isAllowed()).isFalse();
      assertThat(lines).hasSize(1);
      assertThat(lines.get(0)).contains("iss `https://other.example`");
    }
  }

  @Test
  void hostileIssuer_isHarmlessAndShort() {
    String hostile =
        SignedToken.of("t-1", "A").withIssuer("\u001b[2J\u202e" + "x".repeat(200)).bearer();
    try (Gate gate = gate(FaultLog.to(lines::add))) {
      assertThat(ask(gate, hostile.replaceFirst("[^.]*$", "AAAA")).isAllowed()).isFalse();
      assertThat(lines.get(0)).contains("iss `\\u{1b}[2J\\u{202e}xxx").hasSizeLessThan(300);
    }
  }

  @Test
  void linesAreBounded_andThoseLeftOutAreCounted() {
    AtomicLong nanos = new AtomicLong();
    try (Gate gate = gate(new FaultLog(lines::add, 2, nanos::get))) {
      for (int i = 0; i < 5; i++) {
        assertThat(ask(gate, "Bearer x").isAllowed()).isFalse();
      }
      assertThat(lines).hasSize(2);
      nanos.set(Duration.ofMinutes(1).toNanos() - 1);
      ask(gate, "Bearer x");
      assertThat(lines).hasSize(2);
      nanos.set(Duration.ofMinutes(1).toNanos());
      ask(gate, "Bearer x");
      assertThat(lines).hasSize(3).last().asString().endsWith(" (and 4 before, left out)");
    }
    assertThatIllegalArgumentException().isThrownBy(() -> FaultLog.to(lines::add, 0));
  }

  @Test
  void whatTheHostThrows_changesNoAnswer() {
    FaultLog failing =
        FaultLog.to(
            line -> {
              throw new IllegalStateException(line);
            });
    try (Gate gate = gate(failing)) {
      assertThat(ask(gate, "Bearer x").reason()).isEqualTo(GateReason.INVALID_TOKEN);
    }
  }
}
