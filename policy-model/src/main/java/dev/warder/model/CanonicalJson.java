package dev.warder.model;

import dev.warder.model.yaml.Node;
import java.util.Iterator;

/** Writes a {@link Node} tree as JSON (RFC 8259) without white space. */
final class CanonicalJson {
  private final StringBuilder json = new StringBuilder();

  private CanonicalJson() {}

  static String of(Node.Mapping root) {
    CanonicalJson writer = new CanonicalJson();
    writer.write(root);
    return writer.json.toString();
  }

  private void write(Node node) {
    if (node instanceof Node.Scalar scalar) {
      if (scalar.isQuoted()) {
        string(scalar.text());
      } else {
        json.append(scalar.text());
      }
    } else if (node instanceof Node.Sequence sequence) {
      json.append('[');
      for (Iterator<Node> items = sequence.items().iterator(); items.hasNext(); ) {
        write(items.next());
        json.append(items.hasNext() ? "," : "");
      }
      json.append(']');
    } else if (node instanceof Node.Mapping mapping) {
      json.append('{');
      for (Iterator<Node.Entry> all = mapping.entries().values().iterator(); all.hasNext(); ) {
        entry(all.next());
        json.append(all.hasNext() ? "," : "");
      }
      json.append('}');
    }
  }

  private void entry(Node.Entry entry) {
    string(entry.key().text());
    json.append(':');
    write(entry.value());
  }

  /** What must be escaped beyond these two, control characters, stands in no catalogue. */
  private void string(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\');
      }
      json.append(c);
    }
    json.append('"');
  }
}
