package dev.warder.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.warder.authority.TokenInfo;
import dev.warder.model.Catalogue;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How tokens of a store are put to people and programs: never with a value. */
final class TokenInfoOutput {
  private TokenInfoOutput() {}

  static void add(Rows rows, TokenInfo token, Catalogue catalogue, Instant now) {
    rows.add("id", token.id());
    rows.add("name", Shown.whole(token.name()));
    rows.add("account", Shown.whole(token.account()));
    rows.add("user", Shown.whole(token.createdBy()));
    rows.add("capabilities", capabilities(token.capabilities(), catalogue));
    rows.add("issued", token.issuedAt().toString());
    rows.add("expires", expiry(token));
    token.lastUsedAt().ifPresent(time -> rows.add("last used", time.toString()));
    rows.add("state", state(token, now) + token.revokedAt().map(time -> " at " + time).orElse(""));
  }

  /** Returns each with its label; what the catalogue does not have, as it is. */
  private static List<String> capabilities(List<String> raws, Catalogue catalogue) {
    return raws.stream()
        .map(raw -> catalogue.capability(raw).map(Words::of).orElse(Shown.whole(raw)))
        .toList();
  }

  static String expiry(TokenInfo token) {
    return token.expiresAt().map(Instant::toString).orElse("never");
  }

  /** Returns {@code live}, {@code expired} or {@code revoked}. */
  static String state(TokenInfo token, Instant now) {
    return token.revokedAt().isPresent() ? "revoked" : token.isLive(now) ? "live" : "expired";
  }

  /** Writes the members of a token. */
  static void write(JsonGenerator json, TokenInfo token, Instant now) throws IOException {
    json.writeStringField("id", token.id());
    json.writeStringField("name", token.name());
    json.writeStringField("account", token.account());
    json.writeStringField("user", token.createdBy());
    Json.writeStrings(json, "capabilities", token.capabilities());
    json.writeStringField("createdAt", token.createdAt().toString());
    json.writeStringField("issuedAt", token.issuedAt().toString());
    writeTime(json, "expiresAt", token.expiresAt());
    writeTime(json, "revokedAt", token.revokedAt());
    writeTime(json, "lastUsedAt", token.lastUsedAt());
    json.writeStringField("state", state(token, now));
  }

  static void writeTime(JsonGenerator json, String name, Optional<Instant> time)
      throws IOException {
    json.writeStringField(name, time.map(Instant::toString).orElse(null));
  }

  /** Prints what was done to a token. */
  static void print(String done, TokenInfo token, boolean isJson, Authority authority)
      throws IOException {
    Console console = authority.console();
    Instant now = console.clock().instant();
    if (isJson) {
      Json.print(console.out(), json -> writeMember(json, token, now));
      return;
    }
    if (!done.isEmpty()) {
      console.out().println(done);
    }
    Rows rows = new Rows();
    add(rows, token, authority.catalogue(), now);
    rows.print(console);
  }

  /** Writes the member {@code token}. */
  static void writeMember(JsonGenerator json, TokenInfo token, Instant now) throws IOException {
    json.writeObjectFieldStart("token");
    write(json, token, now);
    json.writeEndObject();
  }
}
