package dev.warder.cli.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The commands that say what a token may do, and why. */
public final class CheckCommands {
  private CheckCommands() {}

  /** Returns what makes each command, by its name, in the order of the help. */
  public static Map<String, Supplier<Object>> byName() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("check", CheckCommand::new);
    commands.put("needs", NeedsCommand::new);
    commands.put("can", CanCommand::new);
    commands.put("unused", UnusedCommand::new);
    commands.put("explain", ExplainCommand::new);
    return commands;
  }
}
