package dev.warder.cli.authority;

import dev.warder.authority.Refused;
import dev.warder.authority.StoreFailure;
import dev.warder.authority.key.UnreadableKey;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.TokenSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A token of a store: by its id, or by a value of it that somebody holds. */
final class NamedToken {
  @Parameters(
      arity = "0..1",
      paramLabel = "ID",
      hideParamSyntax = true,
      description = "The token's id, as warder token list shows it. Instead, name its value:")
  @Nullable String id;

  @Mixin TokenSource source;

  void check() throws NoAnswer {
    source.check("ID", id != null);
  }

  /** Returns the token's id. A value is believed only when a key of the store signed it. */
  String id(Authority authority) throws NoAnswer, Refused, StoreFailure, UnreadableKey {
    return id == null ? PresentedToken.id(source, authority) : id;
  }
}
