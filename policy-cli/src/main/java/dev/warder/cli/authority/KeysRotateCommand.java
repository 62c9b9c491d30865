package dev.warder.cli.authority;

import dev.warder.authority.KeyInfo;
import dev.warder.authority.KeyState;
import dev.warder.authority.Refused;
import dev.warder.authority.StoreFailure;
import dev.warder.authority.StoredKeys;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.OptionValue;
import dev.warder.gate.token.Algorithm;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Adds a key that signs from some time on. */
@Command(
    name = "rotate",
    customSynopsis = "warder keys rotate [OPTION]...",
    header = "Adds a key that will sign, and retires keys that are no longer needed.",
    footer = {
      "",
      "The new key is published at once, and signs after --lead. A key is retired when",
      "none of the tokens that it signed is live.",
      "The new key has the algorithm of the key that signs, unless --algorithm names",
      "another. The command acts as the store's operator: the audit names",
      "(operator USER).",
      "",
      "Exit codes: 0 added, 1 refused, 2 no answer.",
      "",
      "Examples:",
      "  warder keys rotate",
      "  warder keys rotate --algorithm EdDSA --lead 3600"
    })
final class KeysRotateCommand extends AuthorityTask {
  private static final int LONGEST_LEAD = 31_536_000;

  @Option(
      names = "--lead",
      paramLabel = "SECONDS",
      description =
          "How long the key is published before it signs; by default 600. All verifiers must fetch"
              + " it in that time.")
  int lead = 600;

  @Override
  void check(Console console) throws NoAnswer {
    OptionValue.checkRange("--lead", lead, 0, LONGEST_LEAD);
  }

  @Override
  int answer(Authority authority) throws NoAnswer, Refused, StoreFailure, UnreadableKey {
    StoredKeys keys = authority.keys();
    Algorithm present = Algorithm.RS256;
    for (KeyInfo key : keys.list()) {
      present = key.state() == KeyState.SIGNING ? key.algorithm() : present;
    }
    Algorithm algorithm = authority.algorithm(present);
    authority.warnOf(algorithm);
    List<KeyInfo> rotated = keys.rotate(authority.operator(), algorithm, Duration.ofSeconds(lead));
    KeysListCommand.print(rotated, json, authority.console());
    return ALLOWED;
  }
}
