package dev.warder.authority;

import dev.warder.authority.key.KeyRing;
import dev.warder.authority.key.SigningKey;
import dev.warder.engine.ResourceOwners;
import dev.warder.gate.Gate;
import dev.warder.gate.GateReason;
import dev.warder.gate.GateRequest;
import dev.warder.gate.revocation.FollowerTime;
import dev.warder.gate.revocation.RevocationFollower;
import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.TokenVerifier;
import dev.warder.model.Catalogue;
import dev.warder.model.ControlApi;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An authority over a store, with a gate of the same process that follows it. */
final class Authority implements AutoCloseable {
  static final String ISSUER = "https://tokens.example.com";
  static final Catalogue CATALOGUE = ControlApi.catalogue();
  static final KeyRing KEYS =
      KeyRing.of(SigningKey.generate(Algorithm.EDDSA, new SecureRandom(), Instant.EPOCH));

  /** By which the follower's polls become old. */
  volatile long nanos;

  final List<Duration> pauses = new ArrayList<>();
  final Accounts accounts;
  final TokenAuthority tokens;
  final RevocationFollower follower;
  final Gate gate;

  Authority(Store store, Path mark, InstantSource clock) throws Exception {
    this(store, mark, clock, KEYS);
  }

  Authority(Store store, Path mark, InstantSource clock, KeyRing keys) throws Exception {
    follower =
        FollowerTime.by(RevocationFollower.builder(store.revocations()), () -> nanos)
            .mark(mark)
            .acceptAnyLogWhenThereIsNoMark()
            .clock(clock)
            .randomness(new SecureRandom())
            .build();
    try {
      follower.poll();
    } catch (IOException e) {
      follower.close();
      throw e;
    }
    accounts = Accounts.of(store, new byte[32]);
    tokens =
        TokenAuthority.builder()
            .store(store)
            .catalogue(CATALOGUE)
            .issuer(ISSUER)
            .audience("control-api")
            .keys(() -> keys)
            .auditKey(new byte[32])
            .follower(follower)
            .build(pauses::add, new SecureRandom());
    gate =
        Gate.builder()
            .catalogue(
                CATALOGUE, ResourceOwners.of(Map.of("app", Map.of("28AB9a", "A", "77XY0b", "B"))))
            .tokens(
                TokenVerifier.builder()
                    .issuer(ISSUER)
                    .audience("control-api")
                    .keys(keys.keySet())
                    .withoutClockSkew()
                    .acceptTokensThatNeverExpire()
                    .keepSeenTokens(100))
            .revocations(follower)
            .clock(clock)
            .build();
  }

  GateReason ask(IssuedToken token) {
    return ask(token.value(), "PATCH");
  }

  GateReason ask(String value, String method) {
    return gate.authorize(
            GateRequest.builder()
                .authorization("Bearer " + value)
                .method(method)
                .target("/v1/apps/28AB9a")
                .client("192.0.2.7")
                .build())
        .reason();
  }

  @Override
  public void close() {
    gate.close();
    follower.close();
  }
}
