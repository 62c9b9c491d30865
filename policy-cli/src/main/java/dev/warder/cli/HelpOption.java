package dev.warder.cli;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** Asks for a command's help. */
final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  boolean isGiven() {
    return help;
  }

  /** Help beside a question is no allow, so that no argument can turn a denial into exit code 0. */
  int show(CommandLine line) throws NoAnswer {
    ParseResult parsed = line.getParseResult();
    if (parsed.matchedArgs().size() > 1 || !parsed.unmatched().isEmpty()) {
      throw NoAnswer.usage("--help stands alone");
    }
    line.usage(line.getOut());
    return ExitCode.ALLOWED;
  }
}
