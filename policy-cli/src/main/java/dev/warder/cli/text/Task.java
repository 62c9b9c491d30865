package dev.warder.cli.text;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What one command of the program does, once picocli has filled in its options. */
@Command(sortOptions = false, descriptionHeading = "%n")
public abstract class Task {
  /** The exit code for yes, or done. Of a question about a token, an allow alone ends with 0. */
  public static final int ALLOWED = 0;

  /** The exit code for no. */
  public static final int DENIED = 1;

  /** The exit code for wrong usage, a file that cannot be read or written, or an error in here. */
  public static final int NO_ANSWER = 2;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      order = OptionSection.OUTPUT,
      description = "Shows this help.")
  private boolean help;

  /** Shows the help where it is asked for, or else does it, and returns the exit code. */
  public final int runOrHelp(CommandLine line, Console console) throws NoAnswer, IOException {
    return help ? showHelp(line) : run(console);
  }

  /** Help beside a question is no allow, so that no argument can turn a denial into exit code 0. */
  private static int showHelp(CommandLine line) throws NoAnswer {
    ParseResult parsed = line.getParseResult();
    if (!parsed.unmatched().isEmpty() && !line.getSubcommands().isEmpty()) {
      throw new UnmatchedArgumentException(line, parsed.unmatched());
    }
    if (parsed.matchedArgs().size() > 1 || !parsed.unmatched().isEmpty()) {
      throw NoAnswer.usage("type --help alone, right after the command");
    }
    line.usage(line.getOut());
    return ALLOWED;
  }

  /** Does it, and returns the exit code. */
  protected abstract int run(Console console) throws NoAnswer, IOException;
}
