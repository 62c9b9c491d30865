package dev.warder.model.yaml;

import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Writes files in YAML 1.2, a key or an item to a line. */
public final class YamlText {
  private YamlText() {}

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
