package dev.warder.gate.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Changes of a token's text, and of the field around it. Those of a vector have its name; the
 * others are what {@link CompactTokenTest}, {@link VerifyAuthorizationTest}, {@link
 * KnownHeadersTest} and {@link MacCheckTest} hand over.
 */
final class TextChanges {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  private final ImmutableList.Builder<HostileChange> changes = ImmutableList.builder();

  private TextChanges() {}

  static List<HostileChange> all() {
    TextChanges all = new TextChanges();
    all.parts();
    all.around();
    all.characters();
    all.encodings();
    all.signatures();
    all.fields();
    return all.changes.build();
  }

  private void text(String name, TokenFault fault, UnaryOperator<String> change) {
    changes.add(HostileChange.ofText(name, fault, good -> change.apply(good.text())));
  }

  private void ofParts(String name, TokenFault fault, Function<String[], String> change) {
    text(name, fault, text -> change.apply(text.split("\\.", -1)));
  }

  private void parts() {
    TokenFault fault = TokenFault.NOT_COMPACT;
    ofParts("two parts", fault, p -> p[0] + "." + p[1]);
    text("four parts", fault, text -> text + ".AA");
    text("five parts, as an encrypted token has", fault, text -> text + ".AA.AA");
    ofParts("no signature", fault, p -> p[0] + "." + p[1] + ".");
    ofParts("no header", fault, p -> "." + p[1] + "." + p[2]);
    ofParts("no claims", fault, p -> p[0] + ".." + p[2]);
    ofParts(
        "JSON serialisation",
        fault,
        p ->
            "{\"protected\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\"}"
                .formatted(p[0], p[1], p[2]));
    ofParts("one part", fault, p -> p[0]);
    text("a dot after", fault, text -> text + ".");
    text("two tokens", fault, text -> text + " " + text);
    changes.add(HostileChange.ofField("an empty text", TokenFault.NOT_BEARER, good -> "Bearer "));
    changes.add(
        HostileChange.ofText("8,193 characters", TokenFault.TOO_LONG, TextChanges::tooLong));
  }

  /** Returns a token that is good but for its length, which no shorter one of this kind has. */
  private static String tooLong(GoodToken good) {
    ObjectNode claims = good.claims().deepCopy();
    String text = good.text();
    for (int spare = 3 * (8_190 - text.length()) / 4 - 20; text.length() <= 8_192; spare++) {
      text = good.sign(good.header(), claims.put("x", "y".repeat(spare)));
    }
    return text;
  }

  private void around() {
    TokenFault fault = TokenFault.NOT_BASE64URL;
    text("a tab before", fault, text -> "\t" + text);
    text("a space after", fault, text -> text + " ");
    text("a tab after", fault, text -> text + "\t");
    text("a line feed after", fault, text -> text + "\n");
    text("padding after", fault, text -> text + "=");
    text("a NUL after", fault, text -> text + "\0");
    text("the scheme before", fault, text -> "Bearer " + text);
    text("a byte order mark before", fault, text -> "\uFEFF" + text);
    text("a second value after", fault, text -> text + " x");
    text("a letter beyond ASCII after", fault, text -> text + "\u00e9");
  }

  private void characters() {
    TokenFault fault = TokenFault.NOT_BASE64URL;
    text("a question mark inside", fault, text -> insert(text, "?"));
    text("a space inside", fault, text -> insert(text, " "));
    text("a letter beyond ASCII", fault, text -> insert(text, "\u00e9"));
    for (String odd :
        List.of("?", "=", "\u00e9", "\u0141", "\u0441", "\ud83d\ude00", "\ud83d", "\ude00")) {
      for (int part = 0; part < 3; part++) {
        int at = part;
        ofParts(
            "`%s` in part %d".formatted(odd, part + 1),
            fault,
            p -> {
              p[at] = "A" + odd;
              return String.join(".", p);
            });
      }
    }
  }

  private static String insert(String text, String odd) {
    return text.substring(0, 10) + odd + text.substring(10);
  }

  private void encodings() {
    TokenFault fault = TokenFault.NOT_BASE64URL;
    text(
        "bits beyond the signature's last byte",
        fault,
        text -> {
          char next = ALPHABET.charAt(ALPHABET.indexOf(text.charAt(text.length() - 1)) + 1);
          return text.substring(0, text.length() - 1) + next;
        });
    changes.add(
        HostileChange.ofText(
            "the same in the alphabet with + and /", fault, TextChanges::otherAlphabet));
    ofParts(
        "a part of five characters, which no bytes have", fault, p -> withSignature(p, "AAAAA"));
    TokenFault bytes = TokenFault.NOT_UTF8;
    ofClaims("claims with a byte that no UTF-8 has", bytes, "\u00ff");
    ofClaims("claims with an overlong byte sequence", bytes, "\u00c0\u00af");
    ofClaims("claims with an encoded surrogate", bytes, "\u00ed\u00a0\u0080");
    signed(
        "a header with a byte that no UTF-8 has",
        bytes,
        (good, claims) -> good.sign(member(GoodToken.json(good.header()), "\u00ff"), claims));
    signed(
        "claims in UTF-16",
        TokenFault.NOT_JSON,
        (good, claims) ->
            good.sign(
                GoodToken.json(good.header()), new String(claims.getBytes(UTF_16BE), ISO_8859_1)));
  }

  /** Returns a good token with both letters in its signature, and other ones in their place. */
  private static String otherAlphabet(GoodToken good) {
    ObjectNode claims = good.claims().deepCopy();
    String signature = "";
    String text = "";
    for (int i = 0; !signature.contains("-") || !signature.contains("_"); i++) {
      text = good.sign(good.header(), claims.put("x", i));
      signature = text.substring(text.lastIndexOf('.'));
    }
    return text.substring(0, text.length() - signature.length())
        + signature.replace('-', '+').replace('_', '/');
  }

  private static String member(String json, String text) {
    return json.substring(0, json.length() - 1) + ",\"x\":\"" + text + "\"}";
  }

  private void ofClaims(String name, TokenFault fault, String bytes) {
    signed(
        name,
        fault,
        (good, claims) -> good.sign(GoodToken.json(good.header()), member(claims, bytes)));
  }

  private void signed(String name, TokenFault fault, BiFunction<GoodToken, String, String> change) {
    changes.add(
        HostileChange.ofText(
            name, fault, good -> change.apply(good, GoodToken.json(good.claims()))));
  }

  private void signatures() {
    TokenFault fault = TokenFault.SIGNATURE;
    ofParts("another signature", fault, p -> withSignature(p, "A".repeat(p[2].length())));
    ofParts("a signature too short", fault, p -> withSignature(p, "AA"));
    ofParts("a signature too long", fault, p -> withSignature(p, longer(p[2])));
    ofParts("a part of a signature", fault, p -> withSignature(p, p[2].substring(0, 40)));
    changes.add(
        HostileChange.ofText(
            "other claims under a signature",
            fault,
            good -> {
              String[] parts = good.text().split("\\.", -1);
              ObjectNode claims = good.claims().deepCopy().put("account", "B");
              return parts[0] + "." + Signed.base64(GoodToken.json(claims)) + "." + parts[2];
            }));
    changes.add(
        HostileChange.ofText(
            "another spelling of the header under a signature",
            fault,
            good -> {
              String[] parts = good.text().split("\\.", -1);
              String header = Signed.base64(GoodToken.json(good.header()) + " ");
              return header + "." + parts[1] + "." + parts[2];
            }));
    changes.add(
        new HostileChange(
            "expired, with a wrong signature: not told that it expired",
            fault.code(),
            null,
            1_800_000_000,
            good -> "Bearer " + withSignature(good.text().split("\\.", -1), "AAAA")));
  }

  private static String longer(String part) {
    byte[] bytes = Base64.getUrlDecoder().decode(part);
    return Signed.base64(Arrays.copyOf(bytes, bytes.length + 1));
  }

  private static String withSignature(String[] parts, String signature) {
    return parts[0] + "." + parts[1] + "." + signature;
  }

  private void fields() {
    for (String scheme :
        List.of(
            "",
            " Bearer ",
            "Bearer",
            "Bearer\t",
            "Bearer:",
            "Bearex ",
            "Basic ",
            "Token ",
            "B\u00earer ",
            "\u212aearer ",
            "Bearer\u00a0",
            "Bearer\u0000")) {
      changes.add(
          HostileChange.ofField(
              "the scheme `" + scheme + "`", TokenFault.NOT_BEARER, good -> scheme + good.text()));
    }
    changes.add(
        HostileChange.ofField(
            "a second scheme and token",
            TokenFault.NOT_COMPACT,
            good -> "Bearer " + good.text() + ", Bearer " + good.text()));
    changes.add(
        HostileChange.ofField(
            "64 KiB of spaces",
            TokenFault.TOO_LONG,
            good -> "Bearer " + " ".repeat(65_536) + good.text()));
  }
}
