package dev.warder.analysis.openapi;

import com.google.common.collect.ImmutableSet;
import dev.warder.analysis.InvalidDocument;
import dev.warder.analysis.document.DocumentParser;
import dev.warder.analysis.document.Findings;
import dev.warder.analysis.document.Keep;
import dev.warder.analysis.document.Part;
import dev.warder.analysis.document.Quoted;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a document's parts from its text. */
final class DocumentReader {
  private static final Set<String> OF_AN_OPERATION =
      ImmutableSet.of(
          "operationId", "summary", "description", "tags", "security", "servers", "externalDocs");
  private static final Set<String> OF_THE_ROOT =
      ImmutableSet.of("openapi", "swagger", "servers", "security", "tags", OpenApiExport.EXTENSION);
  private static final Set<String> OF_INFO = ImmutableSet.of("title", "version");

  private final Part.Members root;
  private final Findings findings = new Findings();

  private DocumentReader(Part.Members root) {
    this.root = root;
  }

  static OpenApiDocument.Parts read(String source, String text, ServerPaths paths)
      throws InvalidDocument {
    Part part = DocumentParser.parse(source, text, DocumentReader::ofTheRoot);
    Findings findings = new Findings();
    DocumentReader reader =
        new DocumentReader(findings.members(part, part.place(), "an OpenAPI document"));
    findings.refuseAny();
    return reader.parts(source, paths);
  }

  private static @Nullable Keep ofTheRoot(String name) {
    return switch (name) {
      case "info" -> member -> OF_INFO.contains(member) ? Keep.ALL : null;
      case "externalDocs" -> DocumentReader::ofDocumentation;
      case "paths" -> path -> DocumentReader::ofAPathItem;
      case "components" -> DocumentReader::ofComponents;
      default -> OF_THE_ROOT.contains(name) ? Keep.ALL : null;
    };
  }

  private static @Nullable Keep ofComponents(String name) {
    return switch (name) {
      case "pathItems" -> item -> DocumentReader::ofAPathItem;
      case "securitySchemes" -> Keep.ALL;
      default -> null;
    };
  }

  private static @Nullable Keep ofAPathItem(String name) {
    return PathsSection.METHODS.contains(name)
        ? member -> OF_AN_OPERATION.contains(member) ? Keep.ALL : null
        : name.equals("$ref") || name.equals("servers") ? Keep.ALL : null;
  }

  private static @Nullable Keep ofDocumentation(String name) {
    return name.equals("url") ? Keep.ALL : null;
  }

  private OpenApiDocument.Parts parts(String source, ServerPaths paths) throws InvalidDocument {
    refuseOtherVersions();
    Part.Members info = members("info");
    Part security = root.get("security");
    PathsSection section =
        new PathsSection(
            root,
            findings,
            new Servers(paths, findings),
            security == null ? null : SecurityList.of(security, findings));
    OpenApiDocument.Parts parts =
        new OpenApiDocument.Parts(
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

  private Map<String, SecurityScheme> schemes() {
    Map<String, SecurityScheme> schemes = new LinkedHashMap<>();
    Part.Members components = members("components");
    Part.Members section =
        findings.members(
            components.get("securitySchemes"), components.place(), "components.securitySchemes");
    References references = new References(root, findings);
    for (Map.Entry<String, Part.Member> entry : section.members().entrySet()) {
      Part part = entry.getValue().value();
      Part.Members scheme =
          references.follow(findings.members(part, part.place(), "a security scheme"));
      if (scheme != null) {
        schemes.put(entry.getKey(), new SecurityScheme(scopes(scheme)));
      }
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
    return scopes;
  }
}
