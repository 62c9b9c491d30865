package dev.warder.benchmarks;

import dev.warder.authority.Accounts;
import dev.warder.authority.Actor;
import dev.warder.authority.Operator;
import dev.warder.authority.Refused;
import dev.warder.authority.Store;
import dev.warder.authority.StoreFailure;
import dev.warder.authority.StoredKeys;
import dev.warder.authority.TokenAuthority;
import dev.warder.authority.TokenRequest;
import dev.warder.authority.key.KeyWrapping;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.gate.token.Algorithm;
import dev.warder.model.ControlApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;

/**
 * A store in a file, with one account, and an authority over it that waits for no other process.
 */
final class TokenStore implements AutoCloseable {
  static final Actor ADA = new Actor("ada");
  static final String ACCOUNT = "A";
  static final String ISSUER = "https://tokens.example.com";
  static final String AUDIENCE = "control-api";
  static final TokenRequest REQUEST =
      TokenRequest.of("CI", "read:app", "write:app").expiring("90d");

  final Store store;
  final StoredKeys keys;
  final TokenAuthority authority;

  private TokenStore(Store store, Algorithm algorithm) throws StoreFailure, UnreadableKey {
    this.store = store;
    this.keys =
        StoredKeys.of(store, KeyWrapping.of(new byte[32]), new byte[32], new SecureRandom());
    this.authority =
        TokenAuthority.builder()
            .store(store)
            .catalogue(ControlApi.catalogue())
            .issuer(ISSUER)
            .audience(AUDIENCE)
            .keysAsTheyAreNow(keys, algorithm)
            .auditKey(new byte[32])
            .withoutGateInThisProcess()
            .bound(Duration.ZERO)
            .build();
  }

  /** Makes a new folder, in the one that is said first, if any is. */
  static Path folder(String[] arguments) throws IOException {
    return arguments.length > 0
        ? Files.createTempDirectory(Files.createDirectories(Path.of(arguments[0])), "tokens")
        : Files.createTempDirectory("tokens");
  }

  /** Makes a store with its account; nothing else is in it. */
  static void make(Path file) throws StoreFailure, Refused {
    try (Store store = Store.open(file.toString(), InstantSource.system())) {
      Accounts.of(store, new byte[32])
          .add(Operator.whoHasTheStoreAndItsKeys("ops"), ACCOUNT, "Example Ltd", ADA.user());
    }
  }

  /** Opens a store that was made; of an algorithm is its first key. */
  static TokenStore open(Path file, Algorithm algorithm) throws StoreFailure, UnreadableKey {
    return new TokenStore(Store.open(file.toString(), InstantSource.system()), algorithm);
  }

  @Override
  public void close() {
    store.close();
  }
}
