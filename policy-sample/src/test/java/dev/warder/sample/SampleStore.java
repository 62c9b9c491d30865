package dev.warder.sample;

import dev.warder.authority.Accounts;
import dev.warder.authority.Actor;
import dev.warder.authority.FollowedKeys;
import dev.warder.authority.IssuedToken;
import dev.warder.authority.Operator;
import dev.warder.authority.Store;
import dev.warder.authority.StoredKeys;
import dev.warder.authority.TokenAuthority;
import dev.warder.authority.TokenRequest;
import dev.warder.authority.key.KeyWrapping;
import dev.warder.gate.revocation.RevocationFollower;
import dev.warder.gate.token.Algorithm;
import dev.warder.model.ControlApi;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;

/** A store with account {@code A}, of which {@link #ADA} is the admin. */
final class SampleStore implements AutoCloseable {
  static final Actor ADA = new Actor("ada");
  private static final String ISSUER = "https://tokens.invalid";

  private final Store store;
  private final FollowedKeys keys;
  private final RevocationFollower follower;
  private final TokenAuthority authority;

  SampleStore(Path folder) throws Exception {
    SecureRandom random = new SecureRandom();
    store = Store.open(folder.resolve("tokens.db").toString(), InstantSource.system());
    keys =
        FollowedKeys.start(
            StoredKeys.of(store, KeyWrapping.of(new byte[32]), new byte[32], random),
            Algorithm.ES256,
            Duration.ofDays(1));
    follower =
        RevocationFollower.builder(store.revocations())
            .mark(folder.resolve("mark"))
            .acceptAnyLogWhenThereIsNoMark()
            .clock(InstantSource.system())
            .randomness(random)
            .nanos(() -> 0)
            .build();
    follower.poll();
    authority =
        TokenAuthority.builder()
            .store(store)
            .catalogue(ControlApi.catalogue())
            .issuer(ISSUER)
            .audience("control-api")
            .keys(keys)
            .auditKey(new byte[32])
            .follower(follower)
            .bound(Duration.ZERO)
            .build();
    Accounts.of(store, new byte[32])
        .add(Operator.whoHasTheStoreAndItsKeys("ops"), "A", "Sample account", ADA.user());
  }

  SampleTokens tokens() {
    return new SampleTokens(store, keys, follower, authority, ISSUER, "control-api");
  }

  IssuedToken issue(String name, String... capabilities) throws Exception {
    return authority.issue(ADA, TokenRequest.of(name, capabilities));
  }

  TokenAuthority authority() {
    return authority;
  }

  @Override
  public void close() {
    follower.close();
    keys.close();
    store.close();
  }
}
