package dev.warder.cli.check;

import dev.warder.cli.text.Console;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.TokenSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A signed token, instead of what it would say. */
final class SignedToken {
  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      description =
          "A signed token, instead of --capabilities and --account. Other users may see it in the"
              + " list of processes. Safer:")
  @Nullable String text;

  @Mixin TokenSource source;

  boolean isGiven() {
    return text != null || source.isGiven();
  }

  String read(Console console) throws NoAnswer {
    return source.read(text, "--token", console);
  }
}
