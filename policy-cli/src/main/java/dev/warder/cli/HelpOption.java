package dev.warder.cli;

import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Asks for a command's help. */
final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      description = "Shows this help.")
  boolean help;

  boolean isGiven() {
    return help;
  }

  /** Help beside a question is no allow, so that no argument can turn a denial into exit code 0. */
  int show(CommandLine line) throws NoAnswer {
    if (line.getParseResult().matchedArgs().size() > 1) {
      throw NoAnswer.usage("--help stands alone");
    }
    line.usage(line.getOut());
    return ExitCode.ALLOWED;
  }
}
