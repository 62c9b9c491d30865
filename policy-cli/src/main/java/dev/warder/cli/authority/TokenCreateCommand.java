package dev.warder.cli.authority;

import dev.warder.authority.IssuedToken;
import dev.warder.authority.Refused;
import dev.warder.authority.StoreFailure;
import dev.warder.authority.TokenRequest;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.NoAnswer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a token. */
@Command(
    name = "create",
    customSynopsis = "warder token create [NAME] [OPTION]...",
    header = "Creates a token. On a terminal it asks for what is not given.",
    footer = {
      "",
      "Exit codes: 0 created, 1 refused, 2 no answer.",
      "",
      "Examples:",
      "  warder token create",
      "  warder token create ci --capability read:app --capability \"all of Queues\"",
      "  warder token create ci --capability all --expires 90d --value-file ci.token"
    })
final class TokenCreateCommand extends AuthorityTask {
  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      hideParamSyntax = true,
      description = "The token's name, for your reference.")
  @Nullable String name;

  @Option(
      names = {"-c", "--capability"},
      paramLabel = "CAPABILITY",
      description =
          "A raw string, a label, all of CATEGORY, all read, all write, or all. Repeat it for more"
              + " capabilities.")
  List<String> capabilities = List.of();

  @Mixin AccountOption account;

  @Option(
      names = "--expires",
      paramLabel = "LIFETIME",
      description = "The lifetime, such as 30d or never; by default that of the catalogue.")
  @Nullable String expires;

  @Mixin ValueOutput value;

  @Override
  void check(Console console) throws NoAnswer {
    if ((name == null || capabilities.isEmpty()) && !console.terminal().isAsked()) {
      throw NoAnswer.usage(
          "needs "
              + (name == null ? "NAME" : "")
              + (name == null && capabilities.isEmpty() ? " and " : "")
              + (capabilities.isEmpty() ? "--capability" : ""));
    }
  }

  @Override
  int answer(Authority authority)
      throws NoAnswer, Refused, StoreFailure, UnreadableKey, IOException {
    TokenRequest request = request(authority);
    try (ValueOutput.ValueFile place = value.prepare()) {
      IssuedToken issued = authority.signingTokens().issue(authority.actor(), request);
      ValueOutput.print("CREATED", issued, place, json, authority);
    }
    return ALLOWED;
  }

  /** Returns what is said; where name or capabilities are not, all that is not is asked for. */
  private TokenRequest request(Authority authority) throws NoAnswer, StoreFailure, IOException {
    if (name != null && !capabilities.isEmpty()) {
      return TokenRequest.of(name, capabilities).inAccount(account.id).expiring(expires);
    }
    TokenQuestions questions =
        new TokenQuestions(new Questions(authority.console()), authority.catalogue());
    Optional<String> in =
        account.id == null ? askedAccount(questions, authority) : Optional.of(account.id);
    TokenRequest request =
        TokenRequest.of(
            name == null ? questions.name() : name,
            capabilities.isEmpty() ? questions.capabilities() : capabilities);
    return request
        .inAccount(in.orElse(null))
        .expiring(expires == null ? questions.expiry().orElse(null) : expires);
  }

  private static Optional<String> askedAccount(TokenQuestions questions, Authority authority)
      throws NoAnswer, StoreFailure, IOException {
    List<String> managed = authority.managedAccounts();
    return managed.size() > 1 ? Optional.of(questions.account(managed)) : Optional.empty();
  }
}
