package dev.warder.cli.text;

import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that only groups commands of its own. */
@Command(commandListHeading = "%nCommands:%n")
public final class CommandGroup extends Task {

  @Spec CommandSpec spec;

  private CommandGroup() {}

  /**
   * Returns a group.
   *
   * @param header what it is for
   * @param examples some of its commands in use, a line each
   * @param commands in the order of the help
   */
  public static CommandLine of(String name, String header, String examples, Task... commands) {
    CommandLine line = new CommandLine(new CommandGroup());
    Stream.of(commands).forEach(line::addSubcommand);
    line.getCommandSpec()
        .name(name)
        .usageMessage()
        .header(header)
        .customSynopsis(
            "warder "
                + name
                + " "
                + String.join("|", line.getSubcommands().keySet())
                + " [OPTION]...")
        .footer(
            "",
            "Exit codes: those of each command.",
            "",
            "Examples:",
            examples.indent(2).stripTrailing());
    return line;
  }

  @Override
  protected int run(Console console) throws NoAnswer {
    throw NoAnswer.usage(
        "needs a command: type "
            + spec.qualifiedName()
            + " and one of "
            + String.join(", ", spec.subcommands().keySet()));
  }
}
