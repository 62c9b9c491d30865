package dev.warder.authority;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.warder.authority.key.UnreadableKey;
import dev.warder.gate.revocation.RevocationFollower;
import dev.warder.gate.token.Algorithm;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** An authority of the soak test: it does what each line says (see {@link Operation}). */
final class SoakAuthority {
  private static final String KEYS = "keys";

  private SoakAuthority() {}

  public static void main(String[] arguments) throws Exception {
    Duration bound = Duration.parse(arguments[2]);
    try (Store store = Store.open(arguments[0], InstantSource.system());
        FollowedKeys keys = SoakGate.keys(store);
        RevocationFollower follower = SoakGate.follower(store, Path.of(arguments[1]), bound)) {
      TokenAuthority authority =
          TokenAuthority.builder()
              .store(store)
              .catalogue(Authority.CATALOGUE)
              .issuer(Authority.ISSUER)
              .audience("control-api")
              .keys(keys)
              .auditKey(new byte[32])
              .follower(follower)
              .bound(bound)
              .build();
      System.out.println(Worker.READY);
      BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        System.out.println(
            line.equals(KEYS) ? rotateKeys(store) : Operation.parse(line).answer(authority));
      }
    }
  }

  private static String rotateKeys(Store store) {
    try {
      return "done "
          + SoakGate.stored(store)
              .rotate(
                  Operator.whoHasTheStoreAndItsKeys("soak"), Algorithm.EDDSA, Duration.ofSeconds(1))
              .size();
    } catch (Refused | StoreFailure | UnreadableKey e) {
      return "failed " + e.getMessage();
    }
  }
}
