package dev.warder.cli;

import dev.warder.cli.authority.AuthorityCommands;
import dev.warder.cli.catalogue.CatalogueCommands;
import dev.warder.cli.check.CheckCommands;
import dev.warder.cli.issuer.IssuerCommands;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.OptionSection;
import dev.warder.cli.text.SectionedHelp;
import dev.warder.cli.text.Task;
import dev.warder.model.ControlApi;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Exit codes: 0 yes, also for help or version alone; 1 no; 2 no answer: wrong",
      "usage, an unreadable file, or an internal error. The help of each command says",
      "more.",
      "",
      "Examples:",
      "  warder check --capabilities write:app --account A \\",
      "      --owner app/28AB9a=A PATCH /v1/apps/28AB9a",
      "  warder needs ably apps delete",
      "  warder check --help"
    })
final class WarderCommand extends Task {
  @Option(
      names = {"-V", "--version"},
      order = OptionSection.OUTPUT,
      description = "Shows the program's version and the catalogue that comes with it.")
  boolean version;

  @Spec CommandSpec spec;

  private WarderCommand() {}

  /**
   * Returns the program's command line with the command that the arguments begin with, or with all
   * where they begin with none. To make a command takes a while, so it is not done for nothing.
   */
  static CommandLine line(String... args) {
    CommandLine line = new CommandLine(new WarderCommand());
    Map<String, Supplier<Object>> commands = commands();
    boolean isOneEnough = args.length > 0 && !args[0].equals("completion");
    Supplier<Object> asked = isOneEnough ? commands.get(args[0]) : null;
    Collection<Supplier<Object>> made = asked == null ? commands.values() : List.of(asked);
    made.forEach(command -> line.addSubcommand(command.get()));
    return line.setHelpFactory(SectionedHelp::new);
  }

  /**
   * Returns {@code help COMMAND} as {@code COMMAND --help}, and all other arguments as they are.
   */
  static String[] withoutHelpCommand(String... args) {
    if (args.length == 0 || !args[0].equals("help")) {
      return args;
    }
    String[] asked = Arrays.copyOfRange(args, 1, args.length + 1);
    asked[args.length - 1] = "--help";
    return asked;
  }

  /** Returns the commands by name, in the order of the help. */
  static Map<String, Supplier<Object>> commands() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.putAll(CheckCommands.byName());
    commands.putAll(CatalogueCommands.byName());
    commands.putAll(AuthorityCommands.byName());
    commands.putAll(IssuerCommands.byName());
    commands.put("completion", CompletionCommand::new);
    return commands;
  }

  @Override
  protected int run(Console console) {
    if (!version) {
      spec.commandLine().usage(console.err());
      return NO_ANSWER;
    }
    console.println("warder " + version());
    console.println("catalogue " + ControlApi.catalogue());
    return ALLOWED;
  }

  private static String version() {
    return Optional.ofNullable(WarderCommand.class.getPackage().getImplementationVersion())
        .orElse("(not from a jar)");
  }
}
