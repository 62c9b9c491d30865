package dev.warder.analysis.openapi;

import com.google.common.collect.ImmutableMap;
import dev.warder.analysis.InvalidDocument;
import dev.warder.analysis.document.DocumentParser;
import dev.warder.analysis.document.Findings;
import dev.warder.analysis.document.Part;
import dev.warder.model.text.Quoted;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Reads a document's parts from its text. */
final class DocumentReader {
  private final Part.Members root;
  private final Findings findings;

  private DocumentReader(Part.Members root, Findings findings) {
    this.root = root;
    this.findings = findings;
  }

  /** Reads again as long as references lead to parts that were passed over. */
  static DocumentParts read(String source, String text, ServerPaths paths) throws InvalidDocument {
    Set<References.Target> targets = new HashSet<>();
    Findings findings;
    References references;
    Part part;
    do {
      findings = new Findings();
      references =
          new References(DocumentParser.parse(source, text, KeptParts.of(targets)), findings);
      part = references.followed();
    } while (targets.addAll(references.targets()));
    Part.Members root = findings.members(part, part.place(), "an OpenAPI document");
    return new DocumentReader(root, findings).parts(source, paths);
  }

  private DocumentParts parts(String source, ServerPaths paths) throws InvalidDocument {
    refuseOtherVersions();
    Part.Members info = members("info");
    Part security = root.get("security");
    PathsSection section =
        new PathsSection(
            root,
            findings,
            new Servers(paths, findings),
            security == null ? null : SecurityList.of(security, findings));
    DocumentParts parts =
        new DocumentParts(
            source,
            findings.text(info.get("title"), "info.title"),
            findings.text(info.get("version"), "info.version"),
            findings.text(members("externalDocs").get("url"), "externalDocs.url"),
            tags(),
            schemes(),
            section.read(members("paths")),
            root.get(OpenApiExport.EXTENSION));
    findings.refuseAny();
    return parts;
  }

  private void refuseOtherVersions() throws InvalidDocument {
    String version = findings.text(root.get("openapi"), "openapi");
    if (version == null || !(version.startsWith("3.0") || version.startsWith("3.1"))) {
      Part swagger = root.get("swagger");
      findings.add(
          root.place(),
          "this is no OpenAPI 3.0 or 3.1 document"
              + (version != null
                  ? "; it says `openapi` " + Quoted.of(version)
                  : swagger != null ? "; it says `swagger`" : "; it has no `openapi`"));
    }
    findings.refuseAny();
  }

  private Part.Members members(String name) {
    return findings.members(root.get(name), root.place(), name);
  }

  private Map<String, String> tags() {
    Map<String, String> tags = new LinkedHashMap<>();
    for (Part item : findings.items(root.get("tags"), "tags")) {
      Part.Members tag = findings.members(item, item.place(), "a tag");
      String name = findings.text(tag.get("name"), "a tag's name");
      String description = findings.text(tag.get("description"), "a tag's description");
      if (name != null) {
        tags.putIfAbsent(name, description == null ? "" : description);
      }
    }
    return tags;
  }

  private Map<String, Map<String, String>> schemes() {
    Map<String, Map<String, String>> schemes = new LinkedHashMap<>();
    Part.Members components = members("components");
    Part.Members section =
        findings.members(
            components.get("securitySchemes"), components.place(), "components.securitySchemes");
    for (Map.Entry<String, Part.Member> entry : section.members().entrySet()) {
      Part part = entry.getValue().value();
      schemes.put(
          entry.getKey(), scopes(findings.members(part, part.place(), "a security scheme")));
    }
    return schemes;
  }

  private Map<String, String> scopes(Part.Members scheme) {
    Map<String, String> scopes = new LinkedHashMap<>();
    Part.Members flows = findings.members(scheme.get("flows"), scheme.place(), "flows");
    for (Part.Member member : flows.members().values()) {
      if (member.value() instanceof Part.Members flow) {
        Part.Members declared = findings.members(flow.get("scopes"), flow.place(), "scopes");
        declared
            .members()
            .forEach(
                (scope, description) -> {
                  String text = findings.text(description.value(), "a scope's description");
                  scopes.putIfAbsent(scope, text == null ? "" : text);
                });
      }
    }
    return ImmutableMap.copyOf(scopes);
  }
}
