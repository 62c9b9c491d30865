package dev.warder.cli.check;

import static java.util.stream.Collectors.joining;

import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import java.util.List;

/** The arguments METHOD PATH: two, or one with a blank between. */
record RequestArguments(String method, String path) {
  private static final String RIGHT = "give METHOD PATH, such as GET /v1/me";

  /** Returns the request, or throws what to type instead. */
  static RequestArguments of(List<String> arguments) throws NoAnswer {
    if (arguments.size() == 2) {
      return new RequestArguments(arguments.get(0), arguments.get(1));
    }
    String only = arguments.get(0);
    int blank = only.indexOf(" /");
    if (arguments.size() == 1 && blank > 0 && only.indexOf(' ') == only.lastIndexOf(' ')) {
      return new RequestArguments(only.substring(0, blank), only.substring(blank + 1));
    }
    throw NoAnswer.usage(arguments.size() == 1 ? one(only) : several(arguments));
  }

  private static String one(String argument) {
    if (argument.startsWith("/")) {
      return "a path without a method, " + Shown.quoted(argument) + ": " + RIGHT;
    }
    if (argument.indexOf(' ') >= 0) {
      return Shown.quoted(argument)
          + " is not a request: "
          + RIGHT
          + (argument.indexOf('/') < 0
              ? "; for a command, type " + Shown.quoted("--command \"" + argument + "\"")
              : "");
    }
    if (!argument.isEmpty() && argument.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
      return "a method without a path, " + Shown.quoted(argument) + ": " + RIGHT;
    }
    return Shown.quoted(argument)
        + " is not a request: "
        + RIGHT
        + "; for an operation, type "
        + Shown.quoted("--operation " + argument);
  }

  private static String several(List<String> arguments) {
    String all = String.join(" ", arguments);
    return arguments.stream().noneMatch(argument -> argument.startsWith("/"))
        ? Shown.quoted(all)
            + " is not a request: for a command, type "
            + Shown.quoted("--command \"" + all + "\"")
        : "METHOD PATH is two arguments, not "
            + arguments.size()
            + ": "
            + arguments.stream().map(Shown::quoted).collect(joining(", "))
            + "; put values with blanks in quotes, and commas between capabilities";
  }
}
