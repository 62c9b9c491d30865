package dev.warder.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that is nothing but commands of its own. */
@Command(sortOptions = false, optionListHeading = "%n", commandListHeading = "%nCommands:%n")
final class CommandGroup implements Task {
  @Mixin HelpOption helpOption;

  @Spec CommandSpec spec;

  private CommandGroup() {}

  /**
   * Returns a group.
   *
   * @param header what it is for
   * @param examples some of its commands in use
   * @param commands in the order of the help
   */
  static CommandLine line(String name, String header, String[] examples, Task... commands) {
    CommandLine line = new CommandLine(new CommandGroup());
    for (Task command : commands) {
      line.addSubcommand(command);
    }
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
        .footer(footer(examples));
    return line;
  }

  private static String[] footer(String... examples) {
    String[] footer = new String[examples.length + 4];
    footer[0] = "";
    footer[1] = "Exit codes: those of each command.";
    footer[2] = "";
    footer[3] = "Examples:";
    for (int i = 0; i < examples.length; i++) {
      footer[4 + i] = "  " + examples[i];
    }
    return footer;
  }

  @Override
  public int run() throws NoAnswer {
    if (helpOption.isGiven()) {
      return helpOption.show(spec.commandLine());
    }
    throw NoAnswer.usage("needs one of " + String.join(", ", spec.subcommands().keySet()));
  }
}
