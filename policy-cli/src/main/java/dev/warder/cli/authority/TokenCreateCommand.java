package dev.warder.cli.authority;

import dev.warder.authority.IssuedToken;
import dev.warder.authority.Refused;
import dev.warder.authority.StoreFailure;
import dev.warder.authority.TokenRequest;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.NameList;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.model.Catalogue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
      "  warder token create ci --capability \"read:app, all of Queues\"",
      "  warder token create ci --capability all --expires 90d --value-file ci.token"
    })
final class TokenCreateCommand extends AuthorityTask {
  private static final Set<String> WORDS_BEHIND_ALL = Set.of("read", "write", "admin");

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      hideParamSyntax = true,
      description = "The token's name, for your reference.")
  @Nullable String name;

  @Option(
      names = {"-c", "--capability", "--capabilities"},
      paramLabel = "LIST",
      description =
          "What the token carries, separated by commas: raw strings, labels, all of CATEGORY, all"
              + " read, all write, or all. Repeat it for more.")
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
              + (capabilities.isEmpty() ? "--capability LIST" : "")
              + ": type warder token create NAME --capability LIST");
    }
  }

  @Override
  int answer(Authority authority)
      throws NoAnswer, Refused, StoreFailure, UnreadableKey, IOException {
    TokenRequest request = request(authority);
    try (ValueOutput.ValueFile place = value.prepare()) {
      IssuedToken issued = authority.signingTokens().issue(authority.actor(), request);
      ValueOutput.print("CREATED", issued, place, json, authority);
      if (place != null && place.isReplaced()) {
        authority
            .console()
            .warn(
                Shown.quoted(place.name())
                    + " was replaced; a token whose value it held stays valid until it is revoked");
      }
    }
    return ALLOWED;
  }

  /** Returns what the options name; without name or capabilities, asks for all that is missing. */
  private TokenRequest request(Authority authority) throws NoAnswer, StoreFailure, IOException {
    List<String> chosen = chosen(authority.catalogue());
    if (name != null && !capabilities.isEmpty()) {
      return TokenRequest.of(name, chosen).inAccount(account.id).expiring(expires);
    }
    TokenQuestions questions =
        new TokenQuestions(new Questions(authority.console()), authority.catalogue());
    Optional<String> in =
        account.id == null ? askedAccount(questions, authority) : Optional.of(account.id);
    TokenRequest request =
        TokenRequest.of(
            name == null ? questions.name() : name,
            capabilities.isEmpty() ? questions.capabilities() : chosen);
    return request
        .inAccount(in.orElse(null))
        .expiring(expires == null ? questions.expiry().orElse(null) : expires);
  }

  /**
   * Returns the choices of all lists. Where a name of the catalogue has a comma, a comma may belong
   * to a name, so each text is one choice.
   */
  private List<String> chosen(Catalogue catalogue) throws NoAnswer {
    checkQuoted();
    List<String> chosen = new ArrayList<>();
    boolean oneEach = hasNameWithComma(catalogue);
    for (String text : capabilities) {
      if (oneEach || (text.isEmpty() && capabilities.size() > 1)) {
        chosen.add(text);
      } else {
        chosen.addAll(NameList.parse("--capability", text));
      }
    }
    return chosen;
  }

  /** Without quotes, the second word of {@code -c all read} would be the name of the token. */
  private void checkQuoted() throws NoAnswer {
    if (capabilities.contains("all") && name != null && WORDS_BEHIND_ALL.contains(name)) {
      throw NoAnswer.usage("put both words in quotes: --capability \"all " + name + "\"");
    }
  }

  private static boolean hasNameWithComma(Catalogue catalogue) {
    Stream<String> capabilities =
        catalogue.capabilities().stream().flatMap(one -> Stream.of(one.raw(), one.label()));
    Stream<String> categories =
        catalogue.categories().stream().flatMap(one -> Stream.of(one.name(), one.label()));
    return Stream.concat(capabilities, categories).anyMatch(name -> name.contains(","));
  }

  private static Optional<String> askedAccount(TokenQuestions questions, Authority authority)
      throws NoAnswer, StoreFailure, IOException {
    List<String> managed = authority.managedAccounts();
    return managed.size() > 1 ? Optional.of(questions.account(managed)) : Optional.empty();
  }
}
