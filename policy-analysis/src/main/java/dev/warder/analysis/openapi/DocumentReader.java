package dev.warder.analysis.openapi;

import com.google.common.collect.ImmutableMap;
import dev.warder.analysis.InvalidDocument;
import dev.warder.analysis.document.DocumentParser;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Problems;
import dev.warder.model.yaml.Values;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads a document's parts from its text. */
final class DocumentReader {
  private final Node.Mapping root;
  private final Problems problems;
  private final Values values;

  private DocumentReader(Node root, Problems problems) {
    this.problems = problems;
    this.values = new Values(problems);
    this.root = values.mapping(root, "an OpenAPI document");
  }

  /** Reads again as long as references lead to parts that were passed over. */
  static DocumentParts read(String source, String text, ServerPaths paths) throws InvalidDocument {
    Set<References.Target> targets = new HashSet<>();
    Problems problems;
    References references;
    Node root;
    do {
      problems = new Problems();
      Node document = DocumentParser.parse(source, text, KeptParts.of(targets));
      references = new References(document, new Values(problems));
      root = references.followed();
    } while (targets.addAll(references.targets()));
    return new DocumentReader(root, problems).parts(source, paths);
  }

  private DocumentParts parts(String source, ServerPaths paths) throws InvalidDocument {
    refuseOtherVersions();
    Section.ROOT.refuseUnknown(root, values);
    Node.Mapping info = members("info");
    Node security = root.get("security");
    PathsSection section =
        new PathsSection(
            root,
            values,
            new Servers(paths, values),
            security == null ? null : SecurityList.of(security, values));
    DocumentParts parts =
        new DocumentParts(
            source,
            values.text(info.get("title")),
            values.text(info.get("version")),
            values.text(members("externalDocs").get("url")),
            tags(),
            schemes(),
            section.read(members("paths")),
            root.get(OpenApiExport.EXTENSION));
    DocumentParser.refuseAny(problems);
    return parts;
  }

  private void refuseOtherVersions() throws InvalidDocument {
    String version = values.text(root.get("openapi"));
    if (version == null || !(version.startsWith("3.0") || version.startsWith("3.1"))) {
      Node swagger = root.get("swagger");
      values.refuse(
          root.place(),
          "this is no OpenAPI 3.0 or 3.1 document"
              + (version != null
                  ? "; it says `openapi` " + Quoted.of(version)
                  : swagger != null ? "; it says `swagger`" : "; it has no `openapi`"));
    }
    DocumentParser.refuseAny(problems);
  }

  private Node.Mapping members(String name) {
    return values.mapping(root.get(name), name);
  }

  private Map<String, String> tags() {
    Map<String, String> tags = new LinkedHashMap<>();
    for (Node item : values.items(root.get("tags"))) {
      Node.Mapping tag = values.mapping(item, "a tag");
      String name = values.text(tag.get("name"));
      String description = values.text(tag.get("description"));
      if (name != null) {
        tags.putIfAbsent(name, description == null ? "" : description);
      }
    }
    return tags;
  }

  private Map<String, Map<String, String>> schemes() {
    Map<String, Map<String, String>> schemes = new LinkedHashMap<>();
    Node.Mapping components = members("components");
    Node.Mapping section =
        values.mapping(components.get("securitySchemes"), "components.securitySchemes");
    section
        .entries()
        .forEach(
            (name, entry) ->
                schemes.put(name, scopes(values.mapping(entry.value(), "a security scheme"))));
    return schemes;
  }

  private Map<String, String> scopes(Node.Mapping scheme) {
    Map<String, String> scopes = new LinkedHashMap<>();
    Node.Mapping flows = values.mapping(scheme.get("flows"), "flows");
    for (Node.Entry member : flows.entries().values()) {
      if (member.value() instanceof Node.Mapping flow) {
        values
            .mapping(flow.get("scopes"), "scopes")
            .entries()
            .forEach(
                (scope, description) -> {
                  String text = values.text(description.value());
                  scopes.putIfAbsent(scope, text == null ? "" : text);
                });
      }
    }
    return ImmutableMap.copyOf(scopes);
  }
}
