package dev.warder.authority.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.warder.gate.token.Algorithm;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** That no text of this package shows a key: a secret is planted, and looked for. */
class SilenceTest {
  private static final byte[] PLANTED = Keys.bytes(32, Keys.PLANTED_BYTE);
  private static final SigningKey KEY =
      SigningKey.generate(Algorithm.HS256, Keys.PLANTED, Keys.NOW);
  private static final SigningKey PAIR = Keys.shared(Algorithm.ES256);
  private static final KeyWrapping ENCRYPTING = KeyWrapping.of(PLANTED);
  private static final KeyWrapping OPEN = KeyWrapping.storeKeysUnencrypted();

  /** The id was drawn from the same source, and is no secret. */
  private static String withoutId(String text) {
    return text.replace(KEY.id(), "").toLowerCase(Locale.ROOT);
  }

  private static void assertShowsNothing(String text) {
    String hex = HexFormat.of().formatHex(PLANTED);
    String base64 = Base64.getEncoder().encodeToString(PLANTED);
    String pkcs8 = Base64.getEncoder().encodeToString(PAIR.material());
    assertThat(withoutId(text))
        .doesNotContain(
            hex.substring(0, 8),
            withoutId(base64.substring(0, 8)),
            withoutId(base64.substring(4, 8)),
            withoutId(pkcs8.substring(60, 70)),
            "-89, -89");
  }

  private static String trace(ThrowingCallable call) {
    StringWriter text = new StringWriter();
    catchThrowable(call).printStackTrace(new PrintWriter(text));
    return text.toString();
  }

  @Test
  void toString_ofAnything_showsNoKey() {
    KeyRing ring = KeyRing.of(KEY);
    List<Object> things =
        List.of(
            KEY,
            PAIR,
            ring,
            ring.uses(),
            ring.keySet(),
            KeyRing.of(PAIR),
            ENCRYPTING,
            OPEN,
            OPEN.wrap(KEY, Keys.PLANTED),
            OPEN.wrap(PAIR, Keys.PLANTED),
            KeyMaterial.generate(Algorithm.HS256, Keys.PLANTED));
    things.forEach(thing -> assertShowsNothing(thing.toString()));
    assertThat(KEY).hasToString(KEY.id() + " (HS256)");
    assertThat(ring).hasToString("[" + KEY.id() + " (HS256)]");
    assertThat(OPEN.wrap(KEY, Keys.RANDOM)).hasToString(KEY.id() + " (HS256, not encrypted)");
    assertThat(ENCRYPTING.wrap(KEY, Keys.RANDOM)).hasToString(KEY.id() + " (HS256, encrypted)");
    assertThat(ENCRYPTING).hasToString("encrypted by AES-256-GCM");
    assertThat(OPEN).hasToString("not encrypted");
    assertThat(KeyMaterial.generate(Algorithm.HS256, Keys.PLANTED)).hasToString("HS256");
  }

  @Test
  void message_ofAnyFailure_showsNoKey() {
    StoredKey open = OPEN.wrap(KEY, Keys.PLANTED);
    StoredKey sealed = ENCRYPTING.wrap(KEY, Keys.PLANTED);
    String base64 = Base64.getEncoder().encodeToString(PLANTED);
    List<ThrowingCallable> failing = new ArrayList<>();
    failing.add(() -> ENCRYPTING.unwrap(open));
    failing.add(() -> OPEN.unwrap(sealed));
    failing.add(() -> KeyWrapping.of(Keys.bytes(32, 1)).unwrap(sealed));
    for (Algorithm algorithm : List.of(Algorithm.RS256, Algorithm.ES256, Algorithm.EDDSA)) {
      failing.add(() -> SigningKey.of("id", algorithm, KEY.material(), Keys.NOW));
      failing.add(() -> SigningKey.of("id", algorithm, PLANTED, Keys.NOW));
    }
    failing.add(() -> SigningKey.of("id", Algorithm.HS256, PAIR.material(), Keys.NOW));
    failing.add(() -> SigningKey.of("", Algorithm.HS256, KEY.material(), Keys.NOW));
    failing.add(() -> OPEN.unwrap(altered(open, open.material() + "A")));
    failing.add(() -> OPEN.unwrap(altered(open, open.material() + "!")));
    failing.add(() -> SecretFile.parse("it", base64 + base64, "an encryption key"));
    failing.add(() -> SecretFile.parse("it", "!" + base64.substring(1), "an encryption key"));
    failing.add(() -> KeyRing.of(KEY).publicJwks());
    failing.add(() -> KeyRing.of(List.of(new KeyUse(KEY, Keys.NOW), new KeyUse(PAIR, Keys.NOW))));
    failing.add(() -> KeyRing.of(List.of(new KeyUse(KEY, Keys.NOW), new KeyUse(KEY, Keys.NOW))));
    failing.add(() -> PAIR.exportSecret());
    for (ThrowingCallable call : failing) {
      assertThat(catchThrowable(call)).isNotNull();
      assertShowsNothing(trace(call));
    }
  }

  private static StoredKey altered(StoredKey stored, String material) {
    return new StoredKey(
        stored.id(), stored.algorithm(), material, stored.isEncrypted(), stored.createdAt());
  }
}
