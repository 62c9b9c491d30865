package dev.warder.cli;

import dev.warder.model.ControlApi;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program itself: help, version, and the commands. */
@Command(
    name = "warder",
    customSynopsis = "warder COMMAND [OPTION]...",
    header = "Answers what the capabilities of an access token allow.",
    sortOptions = false,
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Exit codes: 0 allowed (or help or version asked for alone), 1 denied,",
      "2 no answer: wrong usage, something unreadable, or an internal error.",
      "",
      "Examples:",
      "  warder check --capabilities write:app --account A \\",
      "      --owner app/28AB9a=A PATCH /v1/apps/28AB9a",
      "  warder check --capabilities write:app --command \"ably apps update\"",
      "  warder check --help"
    })
final class WarderCommand implements Task {
  @Option(
      names = {"-h", "--help"},
      description = "Shows this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      description = "Shows the program's version and the catalogue that comes with it.")
  boolean version;

  @Spec CommandSpec spec;

  private WarderCommand() {}

  /** Returns the program's command line with all its commands, in the order of the help. */
  static CommandLine line(Console console) {
    return new CommandLine(new WarderCommand())
        .addSubcommand(new CheckCommand(console))
        .addSubcommand(new NeedsCommand(console))
        .addSubcommand(new CanCommand(console))
        .addSubcommand(new UnusedCommand(console))
        .addSubcommand(OpenApiCommand.line(console))
        .addSubcommand(new TestCommand(console))
        .addSubcommand(new CapabilitiesCommand(console))
        .addSubcommand(new OperationsCommand(console))
        .addSubcommand(new CommandsCommand(console))
        .addSubcommand(new LintCommand(console))
        .addSubcommand(new DiffCommand(console))
        .addSubcommand(new ExplainCommand(console))
        .addSubcommand(new ReferenceCommand(console))
        .addSubcommand(new CompletionCommand(console));
  }

  @Override
  public int run() throws NoAnswer {
    CommandLine line = spec.commandLine();
    PrintWriter out = line.getOut();
    if (help && version) {
      throw NoAnswer.usage("--help and --version stand alone");
    }
    if (help) {
      line.usage(out);
    } else if (version) {
      out.println("warder " + version());
      out.println("catalogue " + ControlApi.catalogue());
    } else {
      line.usage(line.getErr());
      return ExitCode.NO_ANSWER;
    }
    return ExitCode.ALLOWED;
  }

  private static String version() {
    return Optional.ofNullable(WarderCommand.class.getPackage().getImplementationVersion())
        .orElse("(not from a jar)");
  }
}
