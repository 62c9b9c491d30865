package dev.warder.analysis.openapi;

import dev.warder.analysis.document.Findings;
import dev.warder.analysis.document.Part;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the operations of a document. */
final class PathsSection {
  private final Findings findings;
  private final Servers servers;
  private final String basePath;
  private final @Nullable SecurityList security;
  private final List<DocumentedOperation> operations = new ArrayList<>();

  PathsSection(
      Part.Members root, Findings findings, Servers servers, @Nullable SecurityList security) {
    this.findings = findings;
    this.servers = servers;
    this.basePath = servers.basePath(root.get("servers"), "");
    this.security = security;
  }

  List<DocumentedOperation> read(Part.Members paths) {
    for (Map.Entry<String, Part.Member> entry : paths.members().entrySet()) {
      String path = entry.getKey();
      if (path.startsWith("/")) {
        pathItem(path, entry.getValue().value());
      } else if (!path.startsWith("x-")) {
        findings.add(
            entry.getValue().place(), "path " + Quoted.of(path) + " does not begin with `/`");
      }
    }
    return operations;
  }

  private void pathItem(String path, Part part) {
    Part.Members item = findings.members(part, part.place(), "a path item");
    refuseMisread(item, Section.PATH_ITEM);
    String itemBase = servers.basePath(item.get("servers"), basePath);
    for (String method : Section.METHODS) {
      Part.Member member = item.members().get(method);
      if (member != null) {
        operation(member.place(), method, itemBase, path, member.value());
      }
    }
  }

  private void operation(Place place, String method, String itemBase, String path, Part part) {
    Part.Members operation = findings.members(part, place, "an operation");
    refuseMisread(operation, Section.OPERATION);
    Part own = operation.get("security");
    Part documentation = operation.get("externalDocs");
    operations.add(
        new DocumentedOperation(
            place,
            method.toUpperCase(Locale.ROOT),
            servers.basePath(operation.get("servers"), itemBase),
            path,
            findings.text(operation.get("operationId"), "operationId"),
            findings.text(operation.get("summary"), "summary"),
            findings.text(operation.get("description"), "description"),
            documentation instanceof Part.Members docs
                ? findings.text(docs.get("url"), "externalDocs.url")
                : null,
            findings.texts(operation.get("tags"), "tags"),
            own == null ? security : SecurityList.of(own, findings)));
  }

  /** Refuses members that OpenAPI does not have, where passing over them could widen access. */
  private void refuseMisread(Part.Members members, Section section) {
    members
        .members()
        .forEach(
            (name, member) -> {
              String problem = section.problemOf(name);
              if (problem != null) {
                findings.add(member.place(), problem);
              }
            });
  }
}
