package dev.warder.cli.text;

import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** Asks for a command's help. */
public final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this help.")
  boolean help;

  /** Returns whether help is asked for. */
  public boolean isGiven() {
    return help;
  }

  /** Help beside a question is no allow, so that no argument can turn a denial into exit code 0. */
  public int show(CommandLine line) throws NoAnswer {
    ParseResult parsed = line.getParseResult();
    if (parsed.matchedArgs().size() > 1 || !parsed.unmatched().isEmpty()) {
      throw NoAnswer.usage("--help stands alone");
    }
    line.usage(line.getOut());
    return Task.ALLOWED;
  }
}
