package dev.warder.cli.authority;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.warder.authority.KeyInfo;
import dev.warder.authority.KeyState;
import dev.warder.authority.Refused;
import dev.warder.authority.StoreFailure;
import dev.warder.authority.StoredKeys;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.gate.token.Algorithm;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what tokens are verified by. */
@Command(
    name = "export",
    customSynopsis = "warder keys export [--secret KEY] [OPTION]...",
    header = "Prints the public keys that tokens are verified by, as a JWK set.",
    footer = {
      "",
      "Private keys are not exported. Keys of HS256 are secrets: a verifier that has",
      "one can make tokens too. --secret prints one in base64url. The command acts as",
      "the store's operator: the audit names (operator USER).",
      "",
      "Exit codes: 0 printed, 1 refused, 2 no answer.",
      "",
      "Examples:",
      "  warder keys export > keys.json",
      "  warder keys export --secret pmV2QyX0T1mKk0hU9cVJ3w > secret.txt"
    })
final class KeysExportCommand extends AuthorityTask {
  @Option(
      names = "--secret",
      paramLabel = "KEY",
      description = "Prints the secret of this HS256 key instead.")
  @Nullable String secret;

  @Override
  int answer(Authority authority) throws NoAnswer, Refused, StoreFailure, UnreadableKey {
    StoredKeys keys = authority.keys();
    if (secret != null) {
      print(keys.exportSecret(authority.operator(), secret), authority.console());
      return ALLOWED;
    }
    List<KeyInfo> inUse =
        keys.list().stream().filter(key -> key.state() != KeyState.RETIRED).toList();
    if (inUse.isEmpty()) {
      throw NoAnswer.because("the store has no key yet; the first is made with the first token");
    }
    if (inUse.get(0).algorithm() == Algorithm.HS256) {
      throw NoAnswer.because(
          "the store's keys are secrets (HS256), which are not published; --secret "
              + Shown.whole(inUse.get(0).id())
              + " prints one");
    }
    authority.console().println(keys.publicJwks());
    return ALLOWED;
  }

  private void print(byte[] bytes, Console console) {
    String text = new String(Base64.getUrlEncoder().withoutPadding().encode(bytes), US_ASCII);
    json.print(
        console,
        to -> to.println(text),
        object -> {
          object.put("id", secret);
          object.put("secret", text);
        });
  }
}
