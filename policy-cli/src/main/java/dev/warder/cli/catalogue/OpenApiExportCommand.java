package dev.warder.cli.catalogue;

import dev.warder.analysis.openapi.OpenApiExport;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.OptionValue;
import dev.warder.cli.text.Task;
import dev.warder.model.Catalogue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the catalogue as an OpenAPI document. */
@Command(
    name = "export",
    customSynopsis = "warder openapi export [OPTION]...",
    header = "Writes a catalogue as an OpenAPI 3.1 document.",
    footer = {
      "",
      "What an operation needs is its security: a list of alternatives, each the",
      "capabilities needed together, as scopes of the scheme `token`. An empty list is",
      "public, no scopes are any token, and nobody has the scope `unmapped`. Security",
      "does not say which alternative is preferred. The member x-warder-catalogue holds",
      "the whole catalogue, so that `warder openapi import` gives it back. Operations",
      "that OpenAPI cannot express, such as those with {path...}, stand there alone.",
      "",
      "Exit codes: 0 written, 2 not.",
      "",
      "Examples:",
      "  warder openapi export -o openapi.json",
      "  warder openapi export --catalogue my.yaml --format yaml"
    })
final class OpenApiExportCommand extends Task {
  private static final String[] FORMATS = {"json", "yaml"};

  @Mixin CatalogueOption catalogueOption;

  @Option(names = "--format", paramLabel = "FORMAT", description = "json or yaml; by default json.")
  String format = "json";

  @Mixin OutputOption outputOption;

  @Override
  protected int run(Console console) throws NoAnswer {
    String chosen = OptionValue.choose("--format", format, FORMATS, word -> word);
    outputOption.check();
    Catalogue catalogue = catalogueOption.read();
    outputOption.write(
        chosen.equals("json") ? OpenApiExport.toJson(catalogue) : OpenApiExport.toYaml(catalogue),
        console);
    return ALLOWED;
  }
}
