package dev.warder.cli.authority;

import dev.warder.authority.TokenInfo;
import dev.warder.cli.text.JsonObject;
import dev.warder.cli.text.JsonOption;
import dev.warder.cli.text.NamedRows;
import dev.warder.cli.text.Wording;
import dev.warder.model.Catalogue;
import java.time.Instant;
import java.util.List;

/** How tokens of a store are put to people and programs: never with a value. */
final class TokenInfoOutput {
  private TokenInfoOutput() {}

  /** Returns what people are shown of a token. */
  static NamedRows rows(TokenInfo token, Authority authority) {
    Instant now = authority.console().clock().instant();
    return new NamedRows()
        .add("id", token.id())
        .add("name", token.name())
        .add("account", token.account())
        .add("user", token.createdBy())
        .add("capabilities", capabilities(token.capabilities(), authority.catalogue()))
        .add("issued", token.issuedAt())
        .add("expires", token.expiresAt().map(Instant::toString).orElse("never"))
        .add("last used", token.lastUsedAt())
        .add("state", state(token, now) + token.revokedAt().map(at -> " at " + at).orElse(""));
  }

  /** Returns each with its label; what the catalogue does not have, as it is. */
  private static List<String> capabilities(List<String> raws, Catalogue catalogue) {
    return raws.stream()
        .map(raw -> catalogue.capability(raw).map(Wording::of).orElse(raw))
        .toList();
  }

  /** Returns when a token expires, as a list shows it. */
  static String shortExpiry(TokenInfo token) {
    return token.expiresAt().map(ShortTime::of).orElse("never");
  }

  /** Returns {@code live}, {@code expired} or {@code revoked}. */
  static String state(TokenInfo token, Instant now) {
    return token.revokedAt().isPresent() ? "revoked" : token.isLive(now) ? "live" : "expired";
  }

  /** Writes the members of a token. */
  static void write(JsonObject json, TokenInfo token, Instant now) {
    json.put("id", token.id());
    json.put("name", token.name());
    json.put("account", token.account());
    json.put("user", token.createdBy());
    json.put("capabilities", token.capabilities());
    json.put("createdAt", token.createdAt());
    json.put("issuedAt", token.issuedAt());
    json.put("expiresAt", token.expiresAt());
    json.put("revokedAt", token.revokedAt());
    json.put("lastUsedAt", token.lastUsedAt());
    json.put("state", state(token, now));
  }

  /** Prints what was done to a token, and the token; nothing was done where that is empty. */
  static void print(String done, TokenInfo token, JsonOption json, Authority authority) {
    json.print(
        authority.console(),
        to -> printText(done, token, authority),
        answer -> putToken(answer, token, authority));
  }

  static void printText(String done, TokenInfo token, Authority authority) {
    if (!done.isEmpty()) {
      authority.console().println(done);
    }
    rows(token, authority).print(authority.console());
  }

  /** Puts the member {@code token}. */
  static void putToken(JsonObject json, TokenInfo token, Authority authority) {
    Instant now = authority.console().clock().instant();
    json.putObject("token", object -> write(object, token, now));
  }
}
