package dev.warder.sample;

import dev.warder.authority.Accounts;
import dev.warder.authority.Actor;
import dev.warder.authority.IssuedToken;
import dev.warder.authority.Operator;
import dev.warder.authority.Store;
import dev.warder.authority.StoredKeys;
import dev.warder.authority.TokenAuthority;
import dev.warder.authority.TokenRequest;
import dev.warder.authority.TokenService;
import dev.warder.authority.TokenServiceBuilder;
import dev.warder.authority.key.KeyWrapping;
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

  /** So long that a busy machine keeps it; a revocation waits for it. */
  private static final Duration BOUND = Duration.ofSeconds(3);

  private final Path folder;
  private final Store store;
  private final TokenAuthority authority;

  SampleStore(Path folder) throws Exception {
    this.folder = folder;
    store = Store.open(place(), InstantSource.system());
    StoredKeys keys =
        StoredKeys.of(store, KeyWrapping.of(new byte[32]), new byte[32], new SecureRandom());
    authority =
        TokenAuthority.builder()
            .store(store)
            .catalogue(ControlApi.catalogue())
            .issuer(ISSUER)
            .audience("control-api")
            .keysAsTheyAreNow(keys, Algorithm.ES256)
            .auditKey(new byte[32])
            .withoutGateInThisProcess()
            .build();
    Accounts.of(store, new byte[32])
        .add(Operator.whoHasTheStoreAndItsKeys("ops"), "A", "Sample account", ADA.user());
  }

  private String place() {
    return folder.resolve("tokens.db").toString();
  }

  /** Returns what a gateway over the store is made of. */
  TokenServiceBuilder tokens() {
    return TokenService.builder()
        .store(place())
        .encryptionKey(KeyWrapping.of(new byte[32]))
        .auditKey(new byte[32])
        .mark(folder.resolve("mark"))
        .acceptAnyLogWhenThereIsNoMark()
        .issuer(ISSUER)
        .audience("control-api")
        .bound(BOUND);
  }

  IssuedToken issue(String name, String... capabilities) throws Exception {
    return authority.issue(ADA, TokenRequest.of(name, capabilities));
  }

  @Override
  public void close() {
    store.close();
  }
}
