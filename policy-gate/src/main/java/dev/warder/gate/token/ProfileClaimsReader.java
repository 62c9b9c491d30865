package dev.warder.gate.token;

import dev.warder.model.yaml.Fields;
import dev.warder.model.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads which claims of a token have which meaning. */
final class ProfileClaimsReader {
  private final ProfileFields from;
  private final TokenProfileBuilder builder;

  ProfileClaimsReader(ProfileFields from, TokenProfileBuilder builder) {
    this.from = from;
    this.builder = builder;
  }

  void read() {
    from.when("account", (key, node) -> from.claim(node).ifPresent(builder::account));
    from.when(
        "constantAccount",
        (key, node) -> {
          if (from.fields.optional("account") != null) {
            from.values.refuse(
                from.fields.laterOf("account", key),
                "`account` and `constantAccount`: give one of them");
          }
          from.text(node)
              .ifPresent(text -> from.checked(node, () -> builder.constantAccount(text)));
        });
    from.when("subject", (key, node) -> from.claim(node).ifPresent(builder::subject));
    from.when(
        "tokenId",
        (key, node) -> from.either(node, "optional", builder::tokenId, builder::tokenIdOrValueId));
    from.when(
        "valueId",
        (key, node) -> {
          if (node instanceof Node.Scalar scalar && scalar.text().equals("derived")) {
            builder.deriveValueId();
          } else {
            from.claim(node).ifPresent(builder::valueId);
          }
        });
    from.when("capabilities", (key, node) -> capabilities(node));
    from.when("map", (key, node) -> map(node));
  }

  private void capabilities(Node node) {
    if (!(node instanceof Node.Mapping)) {
      from.claim(node).ifPresent(builder::capabilities);
      return;
    }
    Fields form = new Fields(from.values, "`capabilities`", node.place(), node, "list", "text");
    Node list = form.optional("list");
    Node text = form.optional("text");
    if ((list == null) == (text == null)) {
      from.values.refuse(node.place(), "`capabilities` has one of `list` and `text`");
    } else if (list != null) {
      from.claim(list).ifPresent(builder::capabilitiesAsList);
    } else {
      from.claim(text).ifPresent(builder::capabilitiesAsText);
    }
  }

  private void map(Node node) {
    Fields fields = new Fields(from.values, "`map`", node.place(), node, "values", "others");
    Map<String, List<String>> raws = new LinkedHashMap<>();
    from.values
        .entries(fields.required("values"), "`values`")
        .forEach((value, entry) -> raws.put(value, from.textOrTexts(entry.value())));
    String others = from.values.text(fields.optional("others"));
    if (others != null && !others.equals("keep") && !others.equals("drop")) {
      from.values.refuse(fields.placeOf("others"), "`others` is `keep` or `drop`");
    }
    from.checked(
        node,
        () -> {
          if ("keep".equals(others)) {
            builder.mapAndKeepOthers(raws);
          } else {
            builder.map(raws);
          }
        });
  }
}
