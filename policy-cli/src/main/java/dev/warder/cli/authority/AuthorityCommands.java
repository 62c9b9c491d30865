package dev.warder.cli.authority;

import dev.warder.cli.text.CommandGroup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The commands that make, change and watch the tokens of a store. */
public final class AuthorityCommands {
  private AuthorityCommands() {}

  /** Returns what makes each command, by its name, in the order of the help. */
  public static Map<String, Supplier<Object>> byName() {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("token", AuthorityCommands::token);
    commands.put("me", MeCommand::new);
    commands.put("account", AuthorityCommands::account);
    commands.put("admin", AuthorityCommands::admin);
    commands.put("audit", AuthorityCommands::audit);
    commands.put("revocations", AuthorityCommands::revocations);
    commands.put("keys", AuthorityCommands::keys);
    commands.put("sample", SampleCommand::new);
    return commands;
  }

  private static CommandLine token() {
    return CommandGroup.of(
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

  private static CommandLine account() {
    return CommandGroup.of(
        "account",
        "Adds accounts to a store of tokens, and lists yours.",
        """
        warder account add A --name "Example Ltd"
        warder account list
        """,
        new AccountAddCommand(),
        new AccountListCommand());
  }

  private static CommandLine admin() {
    return CommandGroup.of(
        "admin",
        "Adds and removes the users who manage an account's tokens.",
        """
        warder admin add bob
        warder admin remove bob
        """,
        new AdminAddCommand(),
        new AdminRemoveCommand());
  }

  private static CommandLine audit() {
    return CommandGroup.of(
        "audit",
        "Lists what was done in a store of tokens, and verifies the list.",
        """
        warder audit list
        warder audit verify
        """,
        new AuditListCommand(),
        new AuditVerifyCommand());
  }

  private static CommandLine revocations() {
    return CommandGroup.of(
        "revocations",
        "Prints how far the revocations of a store go.",
        "warder revocations head",
        new RevocationsHeadCommand());
  }

  private static CommandLine keys() {
    return CommandGroup.of(
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
}
