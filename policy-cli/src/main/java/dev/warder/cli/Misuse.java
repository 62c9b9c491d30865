package dev.warder.cli;

import dev.warder.cli.text.Meant;
import dev.warder.cli.text.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line that cannot be parsed, and what to type instead. */
final class Misuse {
  private static final int MOST_OF_A_MESSAGE = 300;

  /** A shorter option, such as -x, is near too many others. */
  private static final int FEWEST_CHARACTERS = 4;

  private final CommandLine line;
  private final CommandSpec spec;

  private Misuse(CommandLine line) {
    this.line = line;
    this.spec = line.getCommandSpec();
  }

  /** Returns the message, in one line. */
  static String message(ParameterException e) {
    Misuse misuse = new Misuse(e.getCommandLine());
    if (e instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
      return misuse.unmatched(unmatched);
    }
    if (e instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return misuse.missing(missing.getMissing());
    }
    if (e instanceof OverwrittenOptionException twice
        && twice.getOverwritten() instanceof OptionSpec option) {
      return option.longestName() + " is given twice; give it once";
    }
    if (e.getArgSpec() instanceof OptionSpec option) {
      return wrongValue(option, String.valueOf(e.getValue()));
    }
    return Shown.atMost(MOST_OF_A_MESSAGE, String.valueOf(e.getMessage()));
  }

  private static String wrongValue(OptionSpec option, String value) {
    String name = option.longestName();
    return isNumber(option)
        ? name + " is a whole number, not " + Shown.quoted(value)
        : name + " takes no value; type " + name + " alone";
  }

  private static boolean isNumber(OptionSpec option) {
    return Set.<Class<?>>of(int.class, Integer.class, long.class).contains(option.type());
  }

  private String missing(List<ArgSpec> missing) {
    ArgSpec first = missing.get(0);
    if (first instanceof OptionSpec option) {
      String name = option.longestName();
      return name + " needs a value: type " + name + " " + option.paramLabel();
    }
    return "needs "
        + first.paramLabel()
        + ": type "
        + spec.qualifiedName()
        + " "
        + first.paramLabel();
  }

  private String unmatched(UnmatchedArgumentException e) {
    String first = e.getUnmatched().get(0);
    if (e.isUnknownOption()) {
      return "unknown option " + Shown.quoted(first) + optionMeant(first);
    }
    return line.getSubcommands().isEmpty()
        ? "one argument too many: " + Shown.quoted(first) + instead(first)
        : "unknown command " + Shown.quoted(first) + commandMeant(first);
  }

  private String optionMeant(String typed) {
    if (line.getParent() == null) {
      return "; type a command before its options: warder COMMAND [OPTION]...";
    }
    String name = typed.contains("=") ? typed.substring(0, typed.indexOf('=')) : typed;
    Set<String> names = spec.optionsMap().keySet();
    if (name.length() < FEWEST_CHARACTERS) {
      return "";
    }
    List<String> longer = names.stream().filter(one -> one.startsWith(name)).toList();
    return longer.isEmpty()
        ? Meant.nearest(name, names).map(Meant::question).orElse("")
        : Meant.question(longer);
  }

  private String instead(String argument) {
    if (argument.startsWith("eyJ") && spec.optionsMap().containsKey("--token-file")) {
      return "; put a token into a file and type --token-file FILE";
    }
    if (spec.optionsMap().containsKey("--capability") && spec.qualifiedName().endsWith("create")) {
      return "; put a name with blanks in quotes, and -c before capabilities";
    }
    return spec.positionalParameters().isEmpty()
        ? "; leave it out"
        : "; put text with blanks in quotes";
  }

  private String commandMeant(String typed) {
    List<String> meant = inGroups(typed);
    if (meant.isEmpty()) {
      near(typed).ifPresent(meant::add);
    }
    return meant.isEmpty() ? "" : Meant.question(meant);
  }

  /** Returns the commands of that name before which the name of their group is missing. */
  private List<String> inGroups(String typed) {
    List<String> meant = new ArrayList<>();
    for (CommandLine group : line.getSubcommands().values()) {
      Stream.ofNullable(group.getSubcommands().get(typed)).map(Misuse::name).forEach(meant::add);
    }
    return meant;
  }

  private Optional<String> near(String typed) {
    Map<String, CommandLine> commands = line.getSubcommands();
    if (spec.optionsMap().containsKey("--" + typed)) {
      return Optional.of(spec.qualifiedName() + " --" + typed);
    }
    return Meant.nearest(typed, commands.keySet())
        .flatMap(near -> Optional.ofNullable(commands.get(near)))
        .map(Misuse::name);
  }

  private static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName();
  }
}
