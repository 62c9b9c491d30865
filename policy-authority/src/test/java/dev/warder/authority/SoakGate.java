package dev.warder.authority;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warder.authority.key.KeyWrapping;
import dev.warder.engine.ResourceOwners;
import dev.warder.gate.Gate;
import dev.warder.gate.GateReason;
import dev.warder.gate.GateRequest;
import dev.warder.gate.revocation.RevocationFollower;
import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.TokenVerifier;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * A gate of the soak test: it reads tokens and answers each with the reason of its outcome, and
 * with whether it knows of all revocations just then.
 */
final class SoakGate {
  static final String CURRENT = "current";
  static final String BEHIND = "behind";

  private SoakGate() {}

  public static void main(String[] arguments) throws Exception {
    Duration bound = Duration.parse(arguments[2]);
    try (Store store = Store.open(arguments[0], InstantSource.system());
        FollowedKeys keys = keys(store);
        RevocationFollower follower = follower(store, Path.of(arguments[1]), bound);
        Gate gate =
            Gate.builder()
                .catalogue(
                    Authority.CATALOGUE, ResourceOwners.of(Map.of("app", Map.of("28AB9a", "A"))))
                .tokens(
                    TokenVerifier.builder()
                        .issuer(Authority.ISSUER)
                        .audience("control-api")
                        .keys(keys.source())
                        .withoutClockSkew()
                        .keepSeenTokens(1_000))
                .revocations(follower)
                .clock(InstantSource.system())
                .limits(dev.warder.model.Limits.NONE)
                .listener(LastUsed.of(store))
                .build()) {
      follower.start(bound.dividedBy(4));
      System.out.println(Worker.READY);
      BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
      for (String value = lines.readLine(); value != null; value = lines.readLine()) {
        GateReason reason =
            gate.authorize(
                    GateRequest.builder()
                        .authorization("Bearer " + value)
                        .method("PATCH")
                        .target("/v1/apps/28AB9a")
                        .client("192.0.2.7")
                        .build())
                .reason();
        System.out.println(reason + " " + (follower.isCurrent() ? CURRENT : BEHIND));
      }
    }
  }

  static FollowedKeys keys(Store store) throws Exception {
    return FollowedKeys.start(stored(store), Algorithm.EDDSA, Duration.ofMillis(200));
  }

  static StoredKeys stored(Store store) {
    return StoredKeys.of(store, KeyWrapping.of(new byte[32]), new byte[32], new SecureRandom());
  }

  static RevocationFollower follower(Store store, Path mark, Duration bound) throws Exception {
    RevocationFollower follower =
        RevocationFollower.builder(store.revocations())
            .mark(mark)
            .acceptAnyLogWhenThereIsNoMark()
            .clock(InstantSource.system())
            .randomness(new SecureRandom())
            .bound(bound)
            .build();
    follower.poll();
    return follower;
  }
}
