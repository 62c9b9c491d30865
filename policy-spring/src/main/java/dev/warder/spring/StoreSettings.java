package dev.warder.spring;

import dev.warder.authority.StoreFailure;
import dev.warder.authority.TokenService;
import dev.warder.authority.TokenServiceBuilder;
import dev.warder.authority.key.KeyWrapping;
import dev.warder.authority.key.SecretFile;
import dev.warder.authority.key.UnreadableKey;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The settings of the store of tokens. */
final class StoreSettings {
  private static final String SETTING = "warder.store.";
  private static final String FILE = "file:";
  private static final String SECRET =
      "32 random bytes in base64 or hexadecimal, or file: and a file of them";

  private StoreSettings() {}

  /** Opens a store. Secrets are the text of 32 bytes, or name a file of them. */
  static TokenService open(WarderProperties.Store settings, Consumer<TokenServiceBuilder> more) {
    TokenServiceBuilder service =
        TokenService.builder()
            .store(set("place", settings.place(), "name its file or its JDBC address"))
            .issuer(
                set("issuer", settings.issuer(), "name this service, as `iss` of its tokens shall"))
            .audience(
                set("audience", settings.audience(), "name this API, as `aud` of its tokens shall"))
            .mark(mark(settings.mark()))
            .encryptionKey(KeyWrapping.of(secret("encryptionKey", settings.encryptionKey())))
            .auditKey(secret("auditKey", settings.auditKey()));
    if (settings.acceptAnyLogWhenThereIsNoMark()) {
      service.acceptAnyLogWhenThereIsNoMark();
    }
    more.accept(service);
    return InvalidWarderSettings.at("warder.store", () -> open(service));
  }

  private static TokenService open(TokenServiceBuilder service) {
    try {
      return service.open();
    } catch (UnreadableKey | StoreFailure | IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static Path mark(@Nullable String value) {
    String file = set("mark", value, "name a file that this service alone uses");
    return InvalidWarderSettings.at(SETTING + "mark", () -> Path.of(file));
  }

  private static String set(String name, @Nullable String value, String what) {
    if (value == null || value.isBlank()) {
      throw new InvalidWarderSettings(SETTING + name, what);
    }
    return value;
  }

  private static byte[] secret(String name, @Nullable String value) {
    String text = set(name, value, "set it to " + SECRET);
    try {
      return text.startsWith(FILE)
          ? SecretFile.read(Path.of(text.substring(FILE.length())), "the key")
          : SecretFile.parse("the setting", text, "the key");
    } catch (UnreadableKey | IOException | InvalidPathException e) {
      throw new InvalidWarderSettings(SETTING + name, e.getMessage() + "; it is " + SECRET);
    }
  }
}
