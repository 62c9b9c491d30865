package dev.warder.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Holds a catalogue beside an OpenAPI document: three commands of its own. */
@Command(
    name = "openapi",
    customSynopsis = "warder openapi compare|import|export [OPTION]...",
    header = "Compares a catalogue with an OpenAPI document, or makes one of the other.",
    sortOptions = false,
    optionListHeading = "%n",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Exit codes: those of each command.",
      "",
      "Examples:",
      "  warder openapi compare openapi.yaml",
      "  warder openapi export --format yaml -o openapi.yaml",
      "  warder openapi import --help"
    })
final class OpenApiCommand implements Task {
  @Mixin HelpOption helpOption;

  @Spec CommandSpec spec;

  private OpenApiCommand() {}

  static CommandLine line(Console console) {
    return new CommandLine(new OpenApiCommand())
        .addSubcommand(new OpenApiCompareCommand(console))
        .addSubcommand(new OpenApiImportCommand(console))
        .addSubcommand(new OpenApiExportCommand(console));
  }

  @Override
  public int run() throws NoAnswer {
    if (helpOption.isGiven()) {
      return helpOption.show(spec.commandLine());
    }
    throw NoAnswer.usage("needs one of compare, import and export");
  }
}
