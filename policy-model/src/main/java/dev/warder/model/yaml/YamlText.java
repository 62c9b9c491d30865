package dev.warder.model.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Writes files in YAML 1.2, a key or an item to a line. */
public final class YamlText {
  private YamlText() {}

  /** Returns a node as maps, lists and texts; a whole number without quotes is a number. */
  public static Object plain(Node node) {
    if (node instanceof Node.Mapping mapping) {
      Map<String, Object> map = new LinkedHashMap<>();
      mapping.entries().forEach((key, entry) -> map.put(key, plain(entry.value())));
      return map;
    }
    if (node instanceof Node.Sequence sequence) {
      return sequence.items().stream().map(YamlText::plain).toList();
    }
    Node.Scalar scalar = (Node.Scalar) node;
    return scalar.isQuoted() || !isWhole(scalar.text())
        ? scalar.text()
        : Integer.valueOf(scalar.text());
  }

  /** Returns whether a text is a whole number of at most nine digits as JSON writes it. */
  public static boolean isWhole(String text) {
    return !text.isEmpty()
        && text.length() <= 9
        && text.chars().allMatch(c -> c >= '0' && c <= '9')
        && (text.length() == 1 || text.charAt(0) != '0');
  }

  /**
   * Returns maps, lists, texts, numbers and booleans as a file. Text that looks like a number, a
   * boolean, null or a merge key is in quotes.
   */
  public static String of(Object document) {
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setBestLineBreak("\n")
            .setSplitLines(false)
            .setSchema(new CoreSchema())
            .build();
    return new Dump(settings).dumpToString(document);
  }
}
