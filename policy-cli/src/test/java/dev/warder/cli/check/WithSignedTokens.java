package dev.warder.cli.check;

import static dev.warder.cli.Run.NOW;

import dev.warder.testkit.TestIssuer;
import dev.warder.testkit.TestToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An issuer, its key set in a file, tokens that it signs, and command lines that name it. */
abstract class WithSignedTokens {
  static final TestIssuer ISSUER = TestIssuer.create();

  @TempDir Path folder;
  String keys;

  @BeforeEach
  void writeKeys() throws Exception {
    keys = Files.writeString(folder.resolve("keys.json"), ISSUER.keySetJson()).toString();
  }

  static TestToken token() {
    return ISSUER.token(NOW).account("A").capabilities("write:app");
  }

  String[] check(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "check",
                "--keys",
                keys,
                "--issuer",
                TestIssuer.ISSUER,
                "--audience",
                TestIssuer.AUDIENCE));
    args.addAll(List.of(more));
    return args.toArray(String[]::new);
  }

  /** A token as Keycloak makes it. */
  static String keycloakToken() {
    return token()
        .header("typ", "JWT")
        .claim("typ", "Bearer")
        .withoutClaim("capabilities")
        .withoutClaim("account")
        .claim("scope", "profile write:app")
        .claim("tenant", "B")
        .sign();
  }
}
