package dev.warder.cli.profile;

import dev.warder.cli.text.FileFailure;
import dev.warder.cli.text.Meant;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.gate.token.ClaimPath;
import dev.warder.gate.token.InvalidTokenProfile;
import dev.warder.gate.token.TokenProfile;
import dev.warder.gate.token.TokenProfileBuilder;
import dev.warder.gate.token.TokenProfiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The profile of tokens that a command line names. */
public final class ProfileChoice {
  private ProfileChoice() {}

  /**
   * Returns the profile of a name or a file.
   *
   * @param accountClaim the claim that names the account, or null for the profile's own
   */
  public static TokenProfile of(String nameOrFile, @Nullable String accountClaim) throws NoAnswer {
    if (TokenProfiles.names().contains(nameOrFile)) {
      return named(nameOrFile, accountClaim);
    }
    if (accountClaim != null) {
      throw NoAnswer.usage(
          "--account-claim goes with the name of a profile: in a file, write account: "
              + accountClaim);
    }
    return read(nameOrFile);
  }

  private static TokenProfile named(String name, @Nullable String accountClaim) throws NoAnswer {
    TokenProfileBuilder builder = TokenProfiles.basedOn(name);
    try {
      return accountClaim == null
          ? builder.build()
          : builder.account(ClaimPath.claim(accountClaim)).build();
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw NoAnswer.because(
          "the profile "
              + name
              + " asks for more: "
              + Shown.message(e)
              + "; write a file with `base: "
              + name
              + "` and that, and give --profile FILE");
    }
  }

  private static TokenProfile read(String file) throws NoAnswer {
    try {
      return TokenProfiles.read(Path.of(file));
    } catch (InvalidTokenProfile e) {
      List<String> lines = new ArrayList<>();
      e.problems().forEach(problem -> lines.add(Shown.whole(problem.toString())));
      lines.add("warder: " + Shown.quoted(file) + " is no profile of tokens");
      throw NoAnswer.because(lines);
    } catch (IOException | InvalidPathException e) {
      if (file.indexOf('/') < 0 && file.indexOf('.') < 0 && !Files.exists(Path.of(file))) {
        throw NoAnswer.because(
            "there is no profile "
                + Shown.quoted(file)
                + Meant.nearest(file, TokenProfiles.names())
                    .map(Meant::question)
                    .orElse("; there are " + String.join(", ", TokenProfiles.names())));
      }
      throw FileFailure.unreadable(file, e);
    }
  }
}
