package dev.warder.cli.catalogue;

import dev.warder.cli.text.CommandGroup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The commands that check, change, compare and show catalogues. */
public final class CatalogueCommands {
  private CatalogueCommands() {}

  /** Returns what makes each command, by its name, in the order of the help. */
  public static Map<String, Supplier<Object>> byName() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("lint", LintCommand::new);
    commands.put("seal", SealCommand::new);
    commands.put("diff", DiffCommand::new);
    commands.put("openapi", CatalogueCommands::openApi);
    commands.put("test", TestCommand::new);
    commands.put("reference", ReferenceCommand::new);
    commands.put("capabilities", CapabilitiesCommand::new);
    commands.put("operations", OperationsCommand::new);
    commands.put("commands", CommandsCommand::new);
    return commands;
  }

  private static CommandLine openApi() {
    return CommandGroup.of(
        "openapi",
        "Compares a catalogue with an OpenAPI document, or makes one of the other.",
        """
        warder openapi compare openapi.yaml
        warder openapi export --format yaml -o openapi.yaml
        warder openapi import --help
        """,
        new OpenApiCompareCommand(),
        new OpenApiImportCommand(),
        new OpenApiExportCommand());
  }
}
