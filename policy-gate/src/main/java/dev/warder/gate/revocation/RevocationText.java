package dev.warder.gate.revocation;

import dev.warder.gate.revocation.Revocation.OfAccount;
import dev.warder.gate.revocation.Revocation.OfToken;
import dev.warder.gate.revocation.Revocation.OfUser;
import dev.warder.gate.revocation.Revocation.OfValue;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** A revocation as a JSON object: one text for each, and one revocation for each text. */
final class RevocationText {
  private static final String NEVER = "never";

  private RevocationText() {}

  static String write(Revocation revocation) {
    if (revocation instanceof OfValue value) {
      String expires = value.expiresAt().map(Instant::toString).orElse(NEVER);
      return json("value", value.issuer(), value.valueId(), ",\"expires\":\"" + expires + '"');
    } else if (revocation instanceof OfToken token) {
      return json("token", token.issuer(), token.tokenId(), "");
    } else if (revocation instanceof OfAccount account) {
      return json("account", account.issuer(), account.account(), before(account.issuedBefore()));
    } else if (revocation instanceof OfUser user) {
      return json("user", user.issuer(), user.user(), before(user.issuedBefore()));
    }
    throw new AssertionError(revocation);
  }

  private static String before(Instant instant) {
    return ",\"issuedBefore\":\"" + instant + '"';
  }

  private static String json(String kind, String issuer, String id, String time) {
    StringBuilder json = new StringBuilder(64 + issuer.length() + id.length());
    json.append("{\"kind\":\"").append(kind).append("\",\"issuer\":\"");
    escape(issuer, json);
    json.append("\",\"id\":\"");
    escape(id, json);
    return json.append('"').append(time).append('}').toString();
  }

  private static void escape(String name, StringBuilder json) {
    for (int i = 0; i < name.length(); i++) {
      char character = name.charAt(i);
      if (character == '"' || character == '\\') {
        json.append('\\');
      }
      json.append(character);
    }
  }

  /** Reads the members, from the first to the last. */
  static Revocation read(OrderedMembers members) throws IOException {
    String kind = members.text("kind");
    String issuer = members.text("issuer");
    String id = members.text("id");
    return switch (kind) {
      case "value" -> new OfValue(issuer, id, expiry(members.text("expires")).orElse(null));
      case "token" -> new OfToken(issuer, id);
      case "account" -> new OfAccount(issuer, id, instant(members.text("issuedBefore")));
      case "user" -> new OfUser(issuer, id, instant(members.text("issuedBefore")));
      default -> throw new IOException("no kind of revocation: `" + kind + "`");
    };
  }

  private static Optional<Instant> expiry(String text) throws IOException {
    return text.equals(NEVER) ? Optional.empty() : Optional.of(instant(text));
  }

  private static Instant instant(String text) throws IOException {
    try {
      Instant instant = Instant.parse(text);
      if (instant.toString().equals(text)) {
        return instant;
      }
    } catch (DateTimeException e) {
      throw new IOException("no instant: `" + text + "`", e);
    }
    throw new IOException("an instant in another form than it is written: `" + text + "`");
  }
}
