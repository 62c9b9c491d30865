package dev.warder.cli.authority;

import dev.warder.cli.profile.ProfileChoice;
import dev.warder.cli.profile.ProfileNames;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.ForeignJson;
import dev.warder.cli.text.JsonObject;
import dev.warder.cli.text.JsonOption;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.cli.text.Style;
import dev.warder.cli.text.Task;
import dev.warder.cli.text.TokenSource;
import dev.warder.gate.token.TokenFault;
import dev.warder.gate.token.TokenProfile;
import dev.warder.gate.token.UnverifiedToken;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Shows an unverified token, and all that is wrong with it as far as this is known without keys.
 */
@Command(
    name = "inspect",
    customSynopsis = {
      "warder token inspect --token-file FILE [OPTION]...",
      "       warder token inspect --token-env VARIABLE [OPTION]...",
      "       warder token inspect TOKEN [OPTION]..."
    },
    header = "Shows what a token says, without verifying it, and what is wrong with it.",
    footer = {
      "",
      "The command uses no key, so anybody may have written what it shows. To find out",
      "whether a token is genuine, use warder check --token-file.",
      "",
      "Exit codes: 0 no fault that can be found without keys, 1 a fault, 2 no answer.",
      "",
      "Examples:",
      "  warder token inspect --token-file token.txt",
      "  warder token inspect --token-env T --profile okta --account-claim tenant",
      "  warder token inspect --token-env ACCESS_TOKEN --json",
      "  head -n 1 tokens.txt | warder token inspect -"
    })
final class TokenInspectCommand extends Task {
  private static final String STRICT = TokenProfile.strict().name();

  @Parameters(
      arity = "0..1",
      paramLabel = "TOKEN",
      hideParamSyntax = true,
      description =
          "The token, without Bearer; - is standard input. Other users may see it in the list of"
              + " processes. Safer:")
  @Nullable String token;

  @Mixin TokenSource source;

  @Option(
      names = "--profile",
      paramLabel = "NAME|FILE",
      completionCandidates = ProfileNames.class,
      description = {
        "Judges the token by a profile: a file of YAML, or one of ${COMPLETION-CANDIDATES}."
      })
  @Nullable String profile;

  @Option(
      names = "--account-claim",
      paramLabel = "NAME",
      description = "The claim that names the account. Without --profile the strict one is meant.")
  @Nullable String accountClaim;

  @Mixin JsonOption json;

  @Override
  protected int run(Console console) throws NoAnswer {
    String text = source.read(token, "TOKEN", console);
    Instant now = console.clock().instant();
    boolean isChosen = profile != null || accountClaim != null;
    TokenProfile chosen = ProfileChoice.of(profile == null ? STRICT : profile, accountClaim);
    UnverifiedToken unverified =
        isChosen ? UnverifiedToken.inspect(text, now, chosen) : UnverifiedToken.inspect(text, now);
    json.print(console, to -> print(unverified, now, to), object -> write(object, unverified, now));
    return unverified.faults().isEmpty() ? ALLOWED : DENIED;
  }

  private static void print(UnverifiedToken token, Instant now, Console console) {
    PrintWriter out = console.out();
    out.println(
        console.styled(Style.DOUBTFUL, "UNVERIFIED") + ": anybody may have written what follows");
    print("header", token.header(), out);
    print("claims", token.claims(), out);
    token.derivedValueId().ifPresent(id -> out.println("value id: " + id));
    out.println("time: " + now);
    if (token.faults().isEmpty()) {
      out.println("faults: none that can be found without keys, issuer and audience");
      return;
    }
    out.println("faults:");
    for (TokenFault fault : token.faults()) {
      out.println("  " + console.styled(Style.BAD, fault.code()) + ": " + token.message(fault));
    }
    if (!token.profiles().isEmpty()) {
      out.println("profiles that fit, apart from time: " + String.join(", ", token.profiles()));
    }
  }

  private static void print(String name, Optional<String> text, PrintWriter out) {
    if (text.isEmpty()) {
      out.println(name + ": cannot be read");
      return;
    }
    out.println(name + ":");
    String foreign = text.get();
    ForeignJson.indented(foreign)
        .ifPresentOrElse(
            json -> json.lines().forEach(line -> out.println("  " + Shown.whole(line))),
            () -> out.println("  " + Shown.whole(foreign)));
  }

  private static void write(JsonObject json, UnverifiedToken token, Instant now) {
    json.put("verified", false);
    json.putForeign("header", token.header());
    json.putForeign("claims", token.claims());
    json.put("derivedValueId", token.derivedValueId());
    json.put("time", now);
    json.putObjects(
        "faults",
        token.faults(),
        (object, fault) -> {
          object.put("fault", fault.code());
          object.put("reason", fault.reason().code());
          object.put("message", token.message(fault));
        });
    json.put("profiles", token.profiles());
  }
}
