package dev.warder.gate.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.base.Ascii;
import dev.warder.gate.token.TokenVectorFile.Vector;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The changes of header and claims that the refused vectors of {@code tokens.json} are: what
 * differs from the file's first vector. A claim is that of the same role in another profile.
 */
final class VectorChanges {
  private final Vector base;
  private final Vector vector;

  private VectorChanges(Vector base, Vector vector) {
    this.base = base;
    this.vector = vector;
  }

  static List<HostileChange> all(TokenVectorFile file) {
    Vector base = file.vectors().get(0);
    return file.vectors().stream()
        .filter(vector -> vector.expect().fault() != null && vector.token() == null)
        .map(vector -> new VectorChanges(base, vector).change(file))
        .toList();
  }

  private HostileChange change(TokenVectorFile file) {
    return new HostileChange(
        vector.name(),
        vector.expect().fault(),
        vector.verifier(),
        file.now(vector).getEpochSecond(),
        good -> "Bearer " + good.sign(header(good), claims(good)));
  }

  private String header(GoodToken good) {
    ObjectNode changed = good.header().deepCopy();
    return isMembers(base.header(), vector.header())
        ? GoodToken.json(changeMembers(changed, good))
        : text(base.header(), vector.header(), GoodToken.json(changed));
  }

  private ObjectNode changeMembers(ObjectNode header, GoodToken good) {
    ObjectNode before = object(base.header());
    ObjectNode after = object(vector.header());
    removed(before, after).forEach(header::remove);
    for (Map.Entry<String, JsonNode> member : set(before, after)) {
      header.set(
          member.getKey(),
          member.getKey().equals("alg")
              ? algorithm(member.getValue(), good)
              : value(member.getValue(), before.path(member.getKey()), good.header(), "kid"));
    }
    return header;
  }

  /** Some good tokens have RS256 where the vectors have HS256. */
  private static JsonNode algorithm(JsonNode value, GoodToken good) {
    if (good.key().algorithm() == Algorithm.HS256) {
      return value;
    }
    String text = value.toString();
    return tree(
        text.equals("\"RS256\"") ? "\"ES256\"" : text.replace("HS", "RS").replace("hs", "rs"));
  }

  private String claims(GoodToken good) {
    ObjectNode changed = good.claims().deepCopy();
    return isMembers(base.claims(), vector.claims())
        ? GoodToken.json(changeClaims(changed, good))
        : text(base.claims(), vector.claims(), GoodToken.json(changed));
  }

  private ObjectNode changeClaims(ObjectNode claims, GoodToken good) {
    ObjectNode before = object(base.claims());
    ObjectNode after = object(vector.claims());
    if (vector.expect().fault().equals(TokenFault.TWO_CAPABILITY_CLAIMS.code())) {
      claims.set("scope", new TextNode("read:app"));
      claims.set("capabilities", claims.arrayNode().add("read:app"));
      return claims;
    }
    if (vector.verifier() != null && vector.verifier().scope()) {
      return changeScope(claims, after, good);
    }
    removed(before, after).forEach(name -> claims.remove(good.claim(name)));
    for (Map.Entry<String, JsonNode> claim : set(before, after)) {
      String name = good.claim(claim.getKey());
      claims.set(name, value(claim.getValue(), before.path(claim.getKey()), good.claims(), name));
    }
    return claims;
  }

  /** Where the vector's verifier reads {@code scope}, this is the claim that the profile reads. */
  private static ObjectNode changeScope(ObjectNode claims, ObjectNode after, GoodToken good) {
    claims.remove(List.of(good.claim("capabilities"), "capabilities"));
    if (after.has("capabilities")) {
      claims.set("capabilities", after.get("capabilities"));
    }
    if (after.has("scope")) {
      claims.set(good.claim("capabilities"), after.get("scope"));
    }
    return claims;
  }

  private static List<String> removed(ObjectNode before, ObjectNode after) {
    return before.properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> !after.has(name))
        .toList();
  }

  private static List<Map.Entry<String, JsonNode>> set(ObjectNode before, ObjectNode after) {
    return after.properties().stream()
        .filter(member -> !member.getValue().equals(before.get(member.getKey())))
        .toList();
  }

  /** Returns a vector's value; one made of the good value, of this profile's good one. */
  private static JsonNode value(JsonNode value, JsonNode before, ObjectNode own, String name) {
    JsonNode good = own.path(name);
    if (good.isMissingNode() || !before.isTextual()) {
      return value;
    }
    if (value.isArray() && value.toString().contains(before.toString()) && value.size() == 1) {
      ArrayNode list = own.arrayNode();
      return value.get(0).isArray() ? list.add(own.arrayNode().add(good)) : list.add(good);
    }
    if (!value.isTextual()) {
      return value;
    }
    String text = good.isArray() ? good.get(0).textValue() : good.textValue();
    return new TextNode(like(value.textValue(), before.textValue(), text));
  }

  private static String like(String value, String before, String good) {
    if (value.startsWith(before)) {
      return good + value.substring(before.length());
    }
    return Ascii.equalsIgnoreCase(value, before) ? swapCase(good) : value;
  }

  private static String swapCase(String text) {
    StringBuilder swapped = new StringBuilder();
    text.chars()
        .forEach(
            c ->
                swapped.append(
                    Ascii.isUpperCase((char) c)
                        ? Ascii.toLowerCase((char) c)
                        : Ascii.toUpperCase((char) c)));
    return swapped.toString();
  }

  /** Returns whether two objects differ in their members, and not in their spelling alone. */
  private static boolean isMembers(String before, String after) {
    JsonNode changed = tree(after);
    return changed != null
        && changed.isObject()
        && (before.equals(after) || !changed.equals(tree(before)));
  }

  /** Returns a text that differs from a good one as one vector's text differs from the other's. */
  static String text(String before, String after, String good) {
    String open = before.substring(0, before.length() - 1);
    if (after.contains(before)) {
      return GoodToken.latin1(after.replace(before, good));
    }
    return GoodToken.latin1(
        after.startsWith(open)
            ? good.substring(0, good.length() - 1) + after.substring(open.length())
            : after);
  }

  private static ObjectNode object(String json) {
    return (ObjectNode) tree(json);
  }

  /** Returns a tree, or null where the text is none that has one reading alone. */
  private static JsonNode tree(String json) {
    try {
      return GoodToken.MAPPER.readTree(json);
    } catch (IOException e) {
      return null;
    }
  }
}
