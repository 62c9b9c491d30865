package dev.warder.cli;

import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that only groups commands of its own. */
@Command(optionListHeading = "%n", commandListHeading = "%nCommands:%n")
final class CommandGroup extends Task {
  @Mixin HelpOption helpOption;

  @Spec CommandSpec spec;

  private CommandGroup() {}

  static CommandLine token() {
    return line(
        "token",
        "Creates, lists, rotates and revokes tokens, and shows what one says.",
        """
        warder token create ci --capability read:app
        warder token list
        warder token inspect --token-file token.txt
        """,
        new TokenCreateCommand(),
        new TokenListCommand(),
        new TokenShowCommand(),
        new TokenRotateCommand(),
        new TokenRevokeCommand(),
        new TokenRevokeAllCommand(),
        new TokenRemindersCommand(),
        new TokenInspectCommand());
  }

  static CommandLine account() {
    return line(
        "account",
        "Adds accounts to a store of tokens, and lists yours.",
        """
        warder account add A --name "Example Ltd"
        warder account list
        """,
        new AccountAddCommand(),
        new AccountListCommand());
  }

  static CommandLine admin() {
    return line(
        "admin",
        "Says who manages an account's tokens.",
        """
        warder admin add bob
        warder admin remove bob
        """,
        new AdminAddCommand(),
        new AdminRemoveCommand());
  }

  static CommandLine audit() {
    return line(
        "audit",
        "Lists what was done in a store of tokens, and verifies the list.",
        """
        warder audit list
        warder audit verify
        """,
        new AuditListCommand(),
        new AuditVerifyCommand());
  }

  static CommandLine revocations() {
    return line(
        "revocations",
        "Prints how far the revocations of a store go.",
        "warder revocations head",
        new RevocationsHeadCommand());
  }

  static CommandLine keys() {
    return line(
        "keys",
        "Lists, rotates and exports the keys that tokens are signed by.",
        """
        warder keys list
        warder keys rotate
        warder keys export > keys.json
        """,
        new KeysListCommand(),
        new KeysRotateCommand(),
        new KeysExportCommand());
  }

  static CommandLine openApi() {
    return line(
        "openapi",
        "Compares a catalogue with an OpenAPI document, or makes one of the other.",
        """
        warder openapi compare openapi.yaml
        warder openapi export --format yaml -o openapi.yaml
        warder openapi import --help
        """,
        new OpenApiCompareCommand(),
        new OpenApiImportCommand(),
        new OpenApiExportCommand());
  }

  /**
   * Returns a group.
   *
   * @param header what it is for
   * @param examples some of its commands in use, a line each
   * @param commands in the order of the help
   */
  private static CommandLine line(String name, String header, String examples, Task... commands) {
    CommandLine line = new CommandLine(new CommandGroup());
    Stream.of(commands).forEach(line::addSubcommand);
    line.getCommandSpec()
        .name(name)
        .usageMessage()
        .header(header)
        .customSynopsis(
            "warder "
                + name
                + " "
                + String.join("|", line.getSubcommands().keySet())
                + " [OPTION]...")
        .footer(
            "",
            "Exit codes: those of each command.",
            "",
            "Examples:",
            examples.indent(2).stripTrailing());
    return line;
  }

  @Override
  int run(Console console) throws NoAnswer {
    throw NoAnswer.usage("needs one of " + String.join(", ", spec.subcommands().keySet()));
  }
}
