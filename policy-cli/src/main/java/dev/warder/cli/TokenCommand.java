package dev.warder.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks at signed tokens: commands of its own. */
@Command(
    name = "token",
    customSynopsis = "warder token inspect TOKEN [OPTION]...",
    header = "Shows what a signed token says, and what is wrong with it.",
    sortOptions = false,
    optionListHeading = "%n",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Exit codes: those of each command.",
      "",
      "Examples:",
      "  warder token inspect --token-file token.txt",
      "  warder token inspect --help"
    })
final class TokenCommand implements Task {
  @Mixin HelpOption helpOption;

  @Spec CommandSpec spec;

  private TokenCommand() {}

  static CommandLine line(Console console) {
    return new CommandLine(new TokenCommand()).addSubcommand(new TokenInspectCommand(console));
  }

  @Override
  public int run() throws NoAnswer {
    if (helpOption.isGiven()) {
      return helpOption.show(spec.commandLine());
    }
    throw NoAnswer.usage("needs inspect");
  }
}
