package dev.warder.cli.issuer;

import dev.warder.cli.profile.ProfileChoice;
import dev.warder.cli.profile.ProfileNames;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.JsonOption;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.OptionValue;
import dev.warder.cli.text.Shown;
import dev.warder.cli.text.Task;
import dev.warder.gate.token.InvalidKeySet;
import dev.warder.gate.token.PublishedKeys;
import dev.warder.gate.token.TokenProfile;
import dev.warder.gate.token.TokenProfiles;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches an issuer's metadata and key set once, and shows which keys can be used. */
@Command(
    name = "check",
    customSynopsis = "warder issuer check URL [OPTION]...",
    header = "Fetches the keys of an issuer once, and shows which of them can be used.",
    footer = {
      "",
      "The command makes two or three GET requests. It follows no redirection.",
      "",
      "Exit codes: 0 at least one key can be used; 1 the issuer answers, and no key can",
      "be used, or it is another issuer; 2 no answer.",
      "",
      "Examples:",
      "  warder issuer check https://id.example.com/realms/notes",
      "  warder issuer check https://id.example.com/realms/notes --profile keycloak",
      "  warder issuer check https://auth.example.com --json"
    })
final class IssuerCheckCommand extends Task {
  private static final int SHORTEST_TIMEOUT = 1;
  private static final int LONGEST_TIMEOUT = 15;

  /** Where OpenID Connect Discovery 1.0, section 4, puts metadata: behind the issuer. */
  private static final Pattern OPENID =
      Pattern.compile("(https?://.+?)/\\.well-known/openid-configuration(/?)");

  /** Where RFC 8414, section 3, puts metadata: between the issuer's host and its path. */
  private static final Pattern OAUTH =
      Pattern.compile("(https?://[^/]+)/\\.well-known/oauth-authorization-server(/.*)?");

  @Parameters(
      arity = "1",
      paramLabel = "URL",
      description = "The issuer, exactly as `iss` of its tokens has it.")
  String issuer = "";

  @Option(
      names = "--profile",
      paramLabel = "NAME|FILE",
      completionCandidates = ProfileNames.class,
      description =
          "Uses the keys that a profile accepts: a file of YAML, or one of"
              + " ${COMPLETION-CANDIDATES}. By default strict.")
  @Nullable String profile;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "How long each answer may take, from 1 to 15; by default 2, as in a gate.")
  int timeout = 2;

  @Mixin JsonOption json;

  @Override
  protected int run(Console console) throws NoAnswer {
    OptionValue.checkRange("--timeout", timeout, SHORTEST_TIMEOUT, LONGEST_TIMEOUT);
    checkIsNoMetadata();
    String name = profile == null ? TokenProfile.strict().name() : profile;
    boolean isNamed = TokenProfiles.names().contains(name);
    IssuerAnswer answer = answer(name, isNamed ? null : ProfileChoice.of(name, null));
    json.print(console, answer::print, answer::write);
    return answer.isUsable() ? ALLOWED : DENIED;
  }

  private void checkIsNoMetadata() throws NoAnswer {
    for (Pattern form : List.of(OPENID, OAUTH)) {
      Matcher metadata = form.matcher(issuer);
      if (metadata.matches()) {
        String path = metadata.group(2) == null ? "" : metadata.group(2);
        throw NoAnswer.usage(
            Shown.quoted(issuer)
                + " is where the metadata is; type the issuer: warder issuer check "
                + Shown.whole(metadata.group(1) + (form == OAUTH ? path : "")));
      }
    }
  }

  private IssuerAnswer answer(String name, @Nullable TokenProfile read) throws NoAnswer {
    try {
      PublishedKeys published = PublishedKeys.fetch(issuer, Duration.ofSeconds(timeout));
      return IssuerAnswer.of(issuer, name, published, read);
    } catch (InvalidKeySet e) {
      return IssuerAnswer.without(issuer, name, e.problems());
    } catch (IOException e) {
      throw NoAnswer.because(Shown.message(e));
    } catch (IllegalArgumentException e) {
      throw NoAnswer.usage(Shown.message(e));
    }
  }
}
