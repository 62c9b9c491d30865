package dev.warder.analysis.openapi;

import dev.warder.model.Alternatives;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Category;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import dev.warder.model.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What OpenAPI itself can say of a catalogue. */
final class ExportedPaths {
  /** The one security scheme. */
  static final String SCHEME = "token";

  /** The scope that nobody has, since no capability is called so. */
  static final String NOBODY = "unmapped";

  private ExportedPaths() {}

  /** Returns the document without the extension. */
  static Map<String, Object> document(Catalogue catalogue) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put("info", map("title", catalogue.title(), "version", catalogue.version()));
    catalogue.documentation().ifPresent(url -> document.put("externalDocs", map("url", url)));
    if (!catalogue.basePath().isEmpty()) {
      document.put("servers", List.of(map("url", catalogue.basePath())));
    }
    document.put("tags", tags(catalogue));
    document.put("paths", paths(catalogue));
    document.put("components", map("securitySchemes", map(SCHEME, scheme())));
    return document;
  }

  private static Map<String, Object> scheme() {
    Map<String, Object> scheme = map("type", "http", "scheme", "bearer");
    scheme.put(
        "description",
        "The scopes of an alternative are capabilities, all of which the token must carry; nobody"
            + " has the scope `unmapped`.");
    return scheme;
  }

  private static List<Object> tags(Catalogue catalogue) {
    List<Object> tags = new ArrayList<>();
    for (Category category : catalogue.categories()) {
      tags.add(map("name", category.name(), "description", category.label()));
    }
    return tags;
  }

  private static Map<String, Object> paths(Catalogue catalogue) {
    Map<String, Map<String, Object>> byShape = new HashMap<>();
    Map<String, Object> paths = new LinkedHashMap<>();
    for (Operation operation : catalogue.operations()) {
      String method = operation.method().toLowerCase(Locale.ROOT);
      if (!Section.METHODS.contains(method) || operation.template().span() >= 0) {
        continue;
      }
      String written = operation.template().toString().substring(catalogue.basePath().length());
      Map<String, Object> item = pathItem(operation);
      Map<String, Object> earlier = byShape.putIfAbsent(operation.template().shape(), item);
      if (earlier == null) {
        paths.put(written, item);
      }
      (earlier == null ? item : earlier).put(method, operation(operation));
    }
    return paths;
  }

  private static Map<String, Object> pathItem(Operation operation) {
    List<Object> parameters = new ArrayList<>();
    for (PathSegment segment : operation.template().segments()) {
      if (segment instanceof PathSegment.Parameter parameter) {
        Map<String, Object> described = map("name", parameter.name(), "in", "path");
        described.put("required", true);
        described.put("schema", map("type", "string"));
        parameters.add(described);
      }
    }
    Map<String, Object> item = new LinkedHashMap<>();
    if (!parameters.isEmpty()) {
      item.put("parameters", parameters);
    }
    return item;
  }

  private static Map<String, Object> operation(Operation operation) {
    Map<String, Object> described =
        map("operationId", operation.id(), "summary", operation.summary());
    List<Object> tags = new ArrayList<>(categories(operation.requirement()));
    if (!tags.isEmpty()) {
      described.put("tags", tags);
    }
    operation.documentation().ifPresent(url -> described.put("externalDocs", map("url", url)));
    described.put("security", security(operation.requirement()));
    return described;
  }

  private static Set<String> categories(Requirement requirement) {
    Set<String> categories = new LinkedHashSet<>();
    requirement.capabilities().forEach(c -> categories.add(c.category().name()));
    return categories;
  }

  private static List<Object> security(Requirement requirement) {
    List<Object> security = new ArrayList<>();
    if (requirement instanceof Alternatives alternatives) {
      for (Set<Capability> all : alternatives.asList()) {
        List<Object> scopes = new ArrayList<>(all.stream().map(Capability::raw).toList());
        security.add(map(SCHEME, scopes));
      }
    } else if (requirement == Requirement.Fixed.ANY_TOKEN) {
      security.add(map(SCHEME, new ArrayList<>()));
    } else if (requirement == Requirement.Fixed.UNMAPPED) {
      security.add(map(SCHEME, new ArrayList<>(List.of(NOBODY))));
    }
    return security;
  }

  private static Map<String, Object> map(String name, Object value) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(name, value);
    return map;
  }

  private static Map<String, Object> map(String a, Object first, String b, Object second) {
    Map<String, Object> map = map(a, first);
    map.put(b, second);
    return map;
  }
}
