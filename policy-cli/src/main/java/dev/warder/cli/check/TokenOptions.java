package dev.warder.cli.check;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The token of whoever asks, or that there is none. */
final class TokenOptions {
  @Option(
      names = "--capabilities",
      paramLabel = "LIST",
      description = "What the token carries, separated by commas; \"\" for nothing.")
  @Nullable String capabilities;

  @Option(
      names = "--account",
      paramLabel = "ACCOUNT",
      description = "The account that the token belongs to. Needed where an account is compared.")
  @Nullable String account;

  @Option(names = "--anonymous", description = "There is no token, instead of the two above.")
  boolean anonymous;

  boolean isGiven() {
    return anonymous || capabilities != null || account != null;
  }

  AskedToken token() throws NoAnswer {
    if (anonymous && (capabilities != null || account != null)) {
      throw NoAnswer.usage(
          "--anonymous is a request without a token; it goes with neither --capabilities nor"
              + " --account");
    }
    if (anonymous) {
      return AskedToken.NONE;
    }
    if (capabilities == null) {
      throw NoAnswer.usage("needs the token's --capabilities, or --anonymous");
    }
    if (account != null && account.isEmpty()) {
      throw NoAnswer.usage("--account is empty");
    }
    return new AskedToken(account, split(capabilities));
  }

  /** Returns the strings between the commas, without spaces around; none for the empty text. */
  @CanIgnoreReturnValue
  static List<String> split(@Nullable String capabilities) throws NoAnswer {
    if (capabilities == null) {
      throw NoAnswer.usage("needs the token's --capabilities");
    }
    if (capabilities.isEmpty()) {
      return List.of();
    }
    List<String> list = Stream.of(capabilities.split(",", -1)).map(String::strip).toList();
    if (list.contains("")) {
      throw NoAnswer.usage(
          "--capabilities has nothing before or after a comma: " + Shown.quoted(capabilities));
    }
    return list;
  }
}
