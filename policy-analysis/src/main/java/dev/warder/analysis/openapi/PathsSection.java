package dev.warder.analysis.openapi;

import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the operations of a document. */
final class PathsSection {
  private final Values values;
  private final Servers servers;
  private final String basePath;
  private final @Nullable SecurityList security;
  private final List<DocumentedOperation> operations = new ArrayList<>();

  PathsSection(Node.Mapping root, Values values, Servers servers, @Nullable SecurityList security) {
    this.values = values;
    this.servers = servers;
    this.basePath = servers.basePath(root.get("servers"), "");
    this.security = security;
  }

  List<DocumentedOperation> read(Node.Mapping paths) {
    for (Node.Entry entry : paths.entries().values()) {
      String path = entry.key().text();
      if (path.startsWith("/")) {
        pathItem(path, entry.value());
      } else if (!path.startsWith("x-")) {
        values.refuse(entry.place(), "path " + Quoted.of(path) + " does not begin with `/`");
      }
    }
    return operations;
  }

  private void pathItem(String path, Node part) {
    Node.Mapping item = values.mapping(part, "a path item");
    Section.PATH_ITEM.refuseUnknown(item, values);
    String itemBase = servers.basePath(item.get("servers"), basePath);
    for (String method : Section.METHODS) {
      Node.Entry member = item.entries().get(method);
      if (member != null) {
        operation(member.place(), method, itemBase, path, member.value());
      }
    }
  }

  private void operation(Place place, String method, String itemBase, String path, Node part) {
    Node.Mapping operation = values.mapping(part, "an operation");
    Section.OPERATION.refuseUnknown(operation, values);
    Node own = operation.get("security");
    Node documentation = operation.get("externalDocs");
    operations.add(
        new DocumentedOperation(
            place,
            method.toUpperCase(Locale.ROOT),
            servers.basePath(operation.get("servers"), itemBase),
            path,
            values.text(operation.get("operationId")),
            values.text(operation.get("summary")),
            values.text(operation.get("description")),
            documentation instanceof Node.Mapping docs ? values.text(docs.get("url")) : null,
            values.texts(operation.get("tags")),
            own == null ? security : SecurityList.of(own, values)));
  }
}
