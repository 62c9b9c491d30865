package dev.warder.cli;

import dev.warder.cli.text.Console;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.cli.text.Task;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;

/**
 * The program without its process: arguments in, text out, an exit code at the end. The task is run
 * from here and not by picocli, which would print the trace of an error in an error's message.
 */
final class Program {
  private static final int MOST_OF_A_MESSAGE = 300;
  private static final Set<String> HELP = Set.of("-h", "--help");

  private final Console console;
  private final PrintWriter out;
  private final PrintWriter err;

  Program(Console console) {
    this.console = console;
    this.out = console.out();
    this.err = console.err();
  }

  /** Runs the program. A message in {@code err} names what went wrong; the exit code is 2 then. */
  int run(String... args) {
    int exitCode;
    try {
      exitCode = execute(args);
      if (out.checkError()) {
        console.tell("cannot write to standard output");
        exitCode = Task.NO_ANSWER;
      }
    } catch (Throwable e) {
      exitCode = internalError(e);
    }
    err.flush();
    return exitCode;
  }

  private int execute(String... args) throws IOException {
    for (int i = 0; i < args.length; i++) {
      // What the locale's encoding cannot express arrives as U+FFFD, as does all else of the kind.
      if (args[i].indexOf('\uFFFD') >= 0) {
        console.tell(
            "argument "
                + (i + 1)
                + " is not text in the encoding of this locale; type export LC_ALL=C.UTF-8 first");
        return Task.NO_ANSWER;
      }
    }
    String[] asked = WarderCommand.withoutHelpCommand(args);
    CommandLine line = commandLine(asked);
    try {
      List<CommandLine> parsed = line.parseArgs(asked).asCommandLineList();
      line = parsed.get(parsed.size() - 1);
      checkHelpStandsLast(parsed);
      return line.<Task>getCommand().runOrHelp(line, console);
    } catch (OverwrittenOptionException e) {
      String[] once = withHelpOnce(asked);
      return once.length < asked.length ? execute(once) : misused(e);
    } catch (ParameterException e) {
      return misused(e);
    } catch (NoAnswer e) {
      return noAnswer(e, line);
    }
  }

  /** Returns the arguments with one option for help, where somebody added it again. */
  private static String[] withHelpOnce(String... args) {
    List<String> once = new ArrayList<>();
    for (String arg : args) {
      if (!HELP.contains(arg) || Collections.disjoint(once, HELP)) {
        once.add(arg);
      }
    }
    return once.toArray(String[]::new);
  }

  /** Help between a group and its command must not run the command. */
  private static void checkHelpStandsLast(List<CommandLine> parsed) throws NoAnswer {
    for (CommandLine line : parsed.subList(0, parsed.size() - 1)) {
      if (line.getParseResult().hasMatchedOption("--help")) {
        throw NoAnswer.usage("type --help last: the command, then --help");
      }
    }
  }

  private CommandLine commandLine(String... args) {
    return WarderCommand.line(args)
        .setOut(out)
        .setErr(err)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setExpandAtFiles(false)
        // So that -catalogue is an unknown option, and not -c with the value "atalogue".
        .setPosixClusteredShortOptionsAllowed(false);
  }

  private int noAnswer(NoAnswer e, CommandLine line) {
    e.lines().forEach(err::println);
    if (e.isUsage()) {
      pointToHelp(line);
    }
    return Task.NO_ANSWER;
  }

  private int misused(ParameterException e) {
    console.tell(Misuse.message(e));
    pointToHelp(e.getCommandLine());
    return Task.NO_ANSWER;
  }

  private void pointToHelp(CommandLine line) {
    console.tell("see " + line.getCommandSpec().qualifiedName() + " --help");
  }

  private int internalError(Throwable e) {
    console.tell(
        "internal error: "
            + e.getClass().getSimpleName()
            + ": "
            + Shown.atMost(MOST_OF_A_MESSAGE, String.valueOf(e.getMessage())));
    return Task.NO_ANSWER;
  }
}
