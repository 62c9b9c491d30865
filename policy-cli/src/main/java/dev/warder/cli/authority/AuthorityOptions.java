package dev.warder.cli.authority;

import dev.warder.authority.key.KeyWrapping;
import dev.warder.authority.key.SigningKey;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.cli.catalogue.CatalogueOption;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.FileFailure;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.OptionSection;
import dev.warder.cli.text.OptionValue;
import dev.warder.cli.text.Shown;
import dev.warder.gate.token.Algorithm;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The keys and names by which a store makes tokens, and chains its audit. */
final class AuthorityOptions {
  private static final int LONGEST_BOUND = 3_600;

  @Option(
      names = "--issuer",
      paramLabel = "ISS",
      order = OptionSection.KEYS,
      description = "The issuer; by default WARDER_ISSUER, or else https://tokens.invalid.")
  @Nullable String issuer;

  @Option(
      names = "--audience",
      paramLabel = "AUD",
      order = OptionSection.KEYS,
      description = "The audience; by default WARDER_AUDIENCE, or else the catalogue's name.")
  @Nullable String audience;

  @Option(
      names = "--encryption-key-file",
      paramLabel = "FILE",
      order = OptionSection.KEYS,
      description =
          "The file with the key that encrypts signing keys: 32 bytes in base64 or hexadecimal. By"
              + " default WARDER_ENCRYPTION_KEY holds the key, or else nothing is encrypted.")
  @Nullable String encryptionKeyFile;

  @Option(
      names = "--audit-key-file",
      paramLabel = "FILE",
      order = OptionSection.KEYS,
      description =
          "The file with the key of the audit, which is made with a new store. By default"
              + " WARDER_AUDIT_KEY_FILE, or else the store's name and .audit-key.")
  @Nullable String auditKeyFile;

  @Option(
      names = "--algorithm",
      paramLabel = "ALG",
      order = OptionSection.KEYS,
      description =
          "The algorithm of a new key: RS256, ES256, EdDSA, PS256 or HS256. By default that of the"
              + " key that signs, or RS256 where there is none.")
  @Nullable String algorithm;

  @Option(
      names = "--gate-bound",
      paramLabel = "SECONDS",
      order = OptionSection.KEYS,
      description =
          "How long gates may lag behind the store; by default 1. revoke and rotate wait that long."
              + " 0 means that no gate follows the store.")
  int gateBound = 1;

  @Mixin CatalogueOption catalogue;

  /** Returns an option's value, or else that of the environment, or else null. */
  static @Nullable String said(@Nullable String option, String variable, Console console) {
    String value = option == null ? console.environment().apply(variable) : option;
    return value == null || value.isEmpty() ? null : value;
  }

  /** Returns what encrypts signing keys. A file that is named is read whatever it is needed for. */
  KeyWrapping wrapping(Console console) throws NoAnswer {
    String file = encryptionKeyFile;
    try {
      if (file != null) {
        return KeyWrapping.read(Path.of(file));
      }
      String variable = "WARDER_ENCRYPTION_KEY";
      return said(null, variable, console) == null
          ? KeyWrapping.storeKeysUnencrypted()
          : KeyWrapping.fromEnvironment(variable, console.environment());
    } catch (UnreadableKey e) {
      throw NoAnswer.because(Shown.message(e));
    } catch (IOException | InvalidPathException e) {
      throw FileFailure.unreadable(String.valueOf(file), e);
    }
  }

  Duration bound() throws NoAnswer {
    OptionValue.checkRange("--gate-bound", gateBound, 0, LONGEST_BOUND);
    return Duration.ofSeconds(gateBound);
  }

  /** Returns the algorithm of the option, or another. */
  Algorithm algorithm(Algorithm otherwise) throws NoAnswer {
    return algorithm == null
        ? otherwise
        : OptionValue.choose(
            "--algorithm",
            algorithm,
            SigningKey.ALGORITHMS.toArray(Algorithm[]::new),
            Algorithm::code);
  }
}
