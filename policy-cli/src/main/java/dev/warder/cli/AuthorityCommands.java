package dev.warder.cli;

import picocli.CommandLine;

/** The commands that are about a store of tokens, and those about tokens anywhere. */
final class AuthorityCommands {
  private AuthorityCommands() {}

  static CommandLine token(Console console) {
    return CommandGroup.line(
        "token",
        "Creates, lists, rotates and revokes tokens, and shows what one says.",
        new String[] {
          "warder token create ci --capability read:app",
          "warder token list",
          "warder token inspect --token-file token.txt"
        },
        new TokenCreateCommand(console),
        new TokenListCommand(console),
        new TokenShowCommand(console),
        new TokenRotateCommand(console),
        new TokenRevokeCommand(console),
        new TokenRevokeAllCommand(console),
        new TokenRemindersCommand(console),
        new TokenInspectCommand(console));
  }

  static CommandLine account(Console console) {
    return CommandGroup.line(
        "account",
        "Adds accounts to a store of tokens, and lists yours.",
        new String[] {"warder account add A --name \"Example Ltd\"", "warder account list"},
        new AccountAddCommand(console),
        new AccountListCommand(console));
  }

  static CommandLine admin(Console console) {
    return CommandGroup.line(
        "admin",
        "Says who manages an account's tokens.",
        new String[] {"warder admin add bob", "warder admin remove bob"},
        new AdminAddCommand(console),
        new AdminRemoveCommand(console));
  }

  static CommandLine audit(Console console) {
    return CommandGroup.line(
        "audit",
        "Lists what was done in a store of tokens, and verifies the list.",
        new String[] {"warder audit list", "warder audit verify"},
        new AuditListCommand(console),
        new AuditVerifyCommand(console));
  }

  static CommandLine revocations(Console console) {
    return CommandGroup.line(
        "revocations",
        "Prints how far the revocations of a store go.",
        new String[] {"warder revocations head"},
        new RevocationsHeadCommand(console));
  }

  static CommandLine keys(Console console) {
    return CommandGroup.line(
        "keys",
        "Lists, rotates and exports the keys that tokens are signed by.",
        new String[] {"warder keys list", "warder keys rotate", "warder keys export > keys.json"},
        new KeysListCommand(console),
        new KeysRotateCommand(console),
        new KeysExportCommand(console));
  }
}
