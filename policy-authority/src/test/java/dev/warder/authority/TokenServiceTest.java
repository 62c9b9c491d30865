package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.warder.authority.key.KeyWrapping;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.engine.ResourceOwners;
import dev.warder.gate.GateBuilder;
import dev.warder.gate.GateReason;
import dev.warder.gate.GateRequest;
import dev.warder.gate.revocation.RevocationSet;
import dev.warder.gate.revocation.Revocations;
import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.TokenVerifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Authority and gate of one service: what the one revokes, the other refuses. */
class TokenServiceTest {
  private static final Operator OPERATOR = Operator.whoHasTheStoreAndItsKeys("ops");
  private static final Actor ADA = new Actor("ada");

  @TempDir private Path folder;

  private TokenServiceBuilder builder(String mark) {
    return TokenService.builder()
        .store(folder.resolve("tokens.db").toString())
        .encryptionKey(KeyWrapping.of(new byte[32]))
        .auditKey(new byte[32])
        .mark(folder.resolve(mark))
        .acceptAnyLogWhenThereIsNoMark()
        .catalogue(Authority.CATALOGUE, ResourceOwners.of(Map.of("app", Map.of("28AB9a", "A"))))
        .issuer(Authority.ISSUER)
        .audience("control-api")
        .bound(Duration.ofMillis(100));
  }

  private static GateReason ask(TokenService service, IssuedToken token) {
    return service
        .gate()
        .authorize(
            GateRequest.builder()
                .authorization("Bearer " + token.value())
                .method("PATCH")
                .target("/v1/apps/28AB9a")
                .client("192.0.2.7")
                .build())
        .reason();
  }

  private static IssuedToken issue(TokenService service) throws Exception {
    service.accounts().add(OPERATOR, "A", "Account A", "ada");
    return service.authority().issue(ADA, TokenRequest.of("CI", "Write App"));
  }

  @Test
  void revoke_returned_theGateRefuses() throws Exception {
    try (TokenService service = builder("mark").open()) {
      IssuedToken token = issue(service);
      assertThat(ask(service, token)).isEqualTo(GateReason.ALLOWED);
      service.authority().revoke(ADA, token.info().id());
      assertThat(ask(service, token)).isEqualTo(GateReason.REVOKED_TOKEN);
    }
  }

  @Test
  void rotate_awaited_theGateRefusesTheOldValueAndTakesTheNew() throws Exception {
    try (TokenService service = builder("mark").open()) {
      IssuedToken token = issue(service);
      assertThat(ask(service, token)).isEqualTo(GateReason.ALLOWED);
      Rotation rotation = service.authority().rotate(ADA, token.info().id());
      rotation.awaitOldValueRefused();
      assertThat(ask(service, token)).isEqualTo(GateReason.REVOKED_TOKEN);
      assertThat(ask(service, rotation.token())).isEqualTo(GateReason.ALLOWED);
    }
  }

  /** Private keys are in the file as they are, and SQLite has parts of them beside it. */
  @Test
  void open_unencryptedKeysInAFileOpenToOthers_theFilesAreItsOwnersAlone() throws Exception {
    Path file = folder.resolve("tokens.db");
    Store.open(file.toString(), InstantSource.system()).close();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    try (TokenService service =
        builder("mark").encryptionKey(KeyWrapping.storeKeysUnencrypted()).open()) {
      assertThat(service.keptToOwner().orElse("none")).contains("(rw-r--r--)", "(rw-------)");
      assertThat(ask(service, issue(service))).isEqualTo(GateReason.ALLOWED);
      for (String beside : List.of("", "-wal", "-shm")) {
        assertThat(
                PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(Path.of(file + beside))))
            .as(beside)
            .isEqualTo("rw-------");
      }
    }
  }

  @Test
  void revoke_byAnotherServiceOfTheStore_theGateRefuses() throws Exception {
    try (TokenService one = builder("one").open();
        TokenService other = builder("other").open()) {
      IssuedToken token = issue(one);
      assertThat(ask(other, token)).isEqualTo(GateReason.ALLOWED);
      one.authority().revoke(ADA, token.info().id());
      assertThat(ask(other, token)).isNotEqualTo(GateReason.ALLOWED);
    }
  }

  /** Every way in which the gate's builder could be given other revocations. */
  @Test
  void gate_otherWiring_isRefusedAndLeavesNothingOpen() throws Exception {
    Revocations others = RevocationSet.create(InstantSource.system(), new SecureRandom());
    List<Consumer<GateBuilder>> wirings =
        List.of(
            gate -> gate.revocations(others),
            GateBuilder::acceptTokensThatWereRevoked,
            gate -> gate.revocations(Revocations.acceptTokensThatWereRevoked()),
            gate -> gate.tokens(TokenVerifier.builder().acceptTokensThatWereRevoked()),
            gate -> gate.catalogue(Authority.CATALOGUE, ResourceOwners.checkedByCaller()));
    for (Consumer<GateBuilder> wiring : wirings) {
      assertThatIllegalStateException().isThrownBy(() -> builder("mark").gate(wiring).open());
    }
    // The mark is free again.
    builder("mark").open().close();
  }

  /** The first settings may be what keeps a gate safe. */
  @Test
  void gateAndCatalogue_setTwice_refused() {
    assertThatIllegalStateException()
        .isThrownBy(() -> builder("mark").gate(gate -> {}).gate(gate -> {}))
        .withMessage("the gate is set already");
    assertThatIllegalStateException()
        .isThrownBy(
            () -> builder("mark").catalogue(Authority.CATALOGUE, ResourceOwners.checkedByCaller()))
        .withMessage("the catalogue is set already");
  }

  /** The gate and the issuer of the same service wait for no interval. */
  @Test
  void keys_rotatedUntilTheOldOneIsRetired_issuesAndAcceptsAtOnce() throws Exception {
    try (TokenService service = builder("mark").open()) {
      service.accounts().add(OPERATOR, "A", "Account A", "ada");
      for (int i = 0; i < 3; i++) {
        service.keys().rotate(OPERATOR, Algorithm.ES256, Duration.ZERO);
        IssuedToken token = service.authority().issue(ADA, TokenRequest.of("CI", "Write App"));
        assertThat(ask(service, token)).isEqualTo(GateReason.ALLOWED);
        service.authority().revoke(ADA, token.info().id());
      }
    }
  }

  /** Two machines, whose clocks differ by twenty milliseconds across the begin of a second. */
  @Test
  void clocksDiffer_slightly_whatOneIssuesTheOtherAccepts() throws Exception {
    Instant ahead = Instant.parse("2026-11-25T10:00:00.010Z");
    try (TokenService one = builder("one").clock(() -> ahead).open();
        TokenService other = builder("other").clock(() -> ahead.minusMillis(20)).open()) {
      IssuedToken token = issue(one);
      assertThat(ask(other, token)).isEqualTo(GateReason.ALLOWED);
      assertThat(other.authority().idOf(token.value())).isEqualTo(token.info().id());
      assertThat(other.authority().describe(token.value()).token().id())
          .isEqualTo(token.info().id());
    }
  }

  /** Five seconds is what the builder begins with. */
  @Test
  void clocksDiffer_byTheSkewAndMore_boundaryPinned() throws Exception {
    Instant second = Instant.parse("2026-11-25T10:00:00Z");
    for (Duration skew : List.of(Duration.ZERO, Duration.ofSeconds(5), Duration.ofSeconds(60))) {
      AtomicReference<Instant> now = new AtomicReference<>(second);
      TokenServiceBuilder others = builder("other").clock(now::get);
      if (!skew.equals(Duration.ofSeconds(5))) {
        others.clockSkew(skew);
      }
      try (TokenService one = builder("one").clock(() -> second).open();
          TokenService other = others.open()) {
        one.accounts().add(OPERATOR, "A" + skew, "Account A", "ada" + skew);
        IssuedToken token =
            one.authority().issue(new Actor("ada" + skew), TokenRequest.of("CI", "Write App"));
        now.set(second.minus(skew));
        assertThat(ask(other, token)).isNotEqualTo(GateReason.INVALID_TOKEN);
        now.set(second.minus(skew).minusMillis(1));
        assertThat(ask(other, token)).isEqualTo(GateReason.INVALID_TOKEN);
      }
    }
  }

  @Test
  void clockSkew_notFrom0To10Minutes_refused() {
    for (Duration skew : List.of(Duration.ofMillis(-1), Duration.ofMinutes(10).plusNanos(1))) {
      assertThatIllegalArgumentException().isThrownBy(() -> builder("mark").clockSkew(skew));
    }
  }

  @Test
  void open_somethingForgotten_namesIt() {
    assertThatIllegalStateException()
        .isThrownBy(() -> TokenService.builder().open())
        .withMessage("set store(…)");
    assertThatIllegalStateException()
        .isThrownBy(() -> TokenService.builder().store("x.db").open())
        .withMessage("set encryptionKey(…)");
  }

  @Test
  void open_anotherEncryptionKey_failsAndLeavesNothingOpen() throws Exception {
    builder("mark").open().close();
    byte[] other = new byte[32];
    other[0] = 1;
    assertThatExceptionOfType(UnreadableKey.class)
        .isThrownBy(() -> builder("mark").encryptionKey(KeyWrapping.of(other)).open());
    builder("mark").open().close();
  }

  @Test
  void close_then_theGateRefuses() throws Exception {
    TokenService service = builder("mark").open();
    IssuedToken token = issue(service);
    service.close();
    service.close();
    assertThat(ask(service, token)).isEqualTo(GateReason.UNAVAILABLE);
  }
}
