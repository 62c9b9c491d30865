package dev.warder.cli;

import dev.warder.cli.text.Console;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Task;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints a script by which a shell completes the program's command line. */
@Command(
    name = "completion",
    customSynopsis = "warder completion",
    header = "Prints a completion script for bash and zsh.",
    footer = {
      "",
      "Put the line of the example into ~/.bashrc or ~/.zshrc.",
      "",
      "Exit code: 0.",
      "",
      "Example:",
      "  source <(warder completion)"
    })
final class CompletionCommand extends Task {
  /** After this a shell offers no file where nothing else is to be offered. */
  private static final String NO_FILES = "  type compopt &>/dev/null && compopt +o default\n\n";

  @Spec CommandSpec spec;

  @Override
  protected int run(Console console) throws NoAnswer {
    CommandLine program = spec.root().commandLine();
    String script = AutoComplete.bash(program.getCommandName(), program);
    console.out().print(script.replace(NO_FILES, ""));
    return ALLOWED;
  }
}
