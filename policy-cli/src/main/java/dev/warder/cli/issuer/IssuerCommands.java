package dev.warder.cli.issuer;

import dev.warder.cli.text.CommandGroup;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The commands that look at an issuer of tokens. */
public final class IssuerCommands {
  private IssuerCommands() {}

  /** Returns what makes each command, by its name, in the order of the help. */
  public static Map<String, Supplier<Object>> byName() {
    return Map.of("issuer", IssuerCommands::issuer);
  }

  private static CommandLine issuer() {
    return CommandGroup.of(
        "issuer",
        "Checks the keys that an issuer of tokens publishes.",
        "warder issuer check https://id.example.com/realms/notes",
        new IssuerCheckCommand());
  }
}
