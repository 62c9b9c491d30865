package dev.warder.analysis.openapi;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.warder.analysis.document.Keep;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Nearest;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Values;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A section of an OpenAPI document, and which of its members are read. */
enum Section implements Keep {
  ROOT("document"),
  INFO("info"),
  DOCUMENTATION("documentation"),
  PATHS("paths"),
  PATH_ITEM("path item"),
  OPERATION("operation"),
  COMPONENTS("components"),
  SECURITY_SCHEMES("security schemes"),
  SECURITY_SCHEME("security scheme"),
  /** Read whole. */
  VALUE("value"),
  /** Read whole, and a {@code $ref} in it is a name like any other. */
  AS_WRITTEN("catalogue"),
  /** A member that OpenAPI does not know: its name is read, and nothing below. */
  NAME_ALONE("name");

  static final String REFERENCE = "$ref";

  /** The methods of OpenAPI 3.0 and 3.1. */
  static final Set<String> METHODS =
      ImmutableSet.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private static final Set<String> OF_THE_ROOT =
      ImmutableSet.of("openapi", "swagger", "servers", "security", "tags");
  private static final Set<String> UNREAD_OF_THE_ROOT =
      ImmutableSet.of("jsonSchemaDialect", "webhooks", "$schema");
  private static final Set<String> OF_AN_OPERATION =
      ImmutableSet.of(
          "operationId", "summary", "description", "tags", "security", "servers", "externalDocs");
  private static final Set<String> UNREAD_OF_AN_OPERATION =
      ImmutableSet.of("parameters", "requestBody", "responses", "callbacks", "deprecated");
  private static final Set<String> UNREAD_OF_A_PATH_ITEM =
      ImmutableSet.of("summary", "description", "parameters");

  /** Members of a path item that a later OpenAPI has, and that are like no member of these. */
  private static final Set<String> LATER = ImmutableSet.of("query", "additionalOperations");

  private static final String REMOVE = "; remove it, or let it begin with `x-`";

  private final String words;

  Section(String words) {
    this.words = words;
  }

  @Override
  public @Nullable Section of(String name) {
    return switch (this) {
      case ROOT -> ofTheRoot(name);
      case INFO -> name.equals("title") || name.equals("version") ? VALUE : reference(name);
      case DOCUMENTATION -> name.equals("url") ? VALUE : reference(name);
      case PATHS -> isExtension(name) ? null : name.equals(REFERENCE) ? VALUE : PATH_ITEM;
      case PATH_ITEM -> ofAPathItem(name);
      case OPERATION -> ofAnOperation(name);
      case COMPONENTS -> name.equals("securitySchemes") ? SECURITY_SCHEMES : reference(name);
      case SECURITY_SCHEMES -> name.equals(REFERENCE) ? VALUE : SECURITY_SCHEME;
      case SECURITY_SCHEME -> VALUE;
      case VALUE, AS_WRITTEN -> this;
      case NAME_ALONE -> null;
    };
  }

  private static @Nullable Section ofTheRoot(String name) {
    return switch (name) {
      case "info" -> INFO;
      case "externalDocs" -> DOCUMENTATION;
      case "paths" -> PATHS;
      case "components" -> COMPONENTS;
      case OpenApiExport.EXTENSION -> AS_WRITTEN;
      default ->
          OF_THE_ROOT.contains(name)
              ? VALUE
              : UNREAD_OF_THE_ROOT.contains(name) || isExtension(name) ? null : NAME_ALONE;
    };
  }

  private static @Nullable Section ofAPathItem(String name) {
    if (METHODS.contains(name)) {
      return OPERATION;
    }
    return name.equals("servers") || name.equals(REFERENCE)
        ? VALUE
        : UNREAD_OF_A_PATH_ITEM.contains(name) || isExtension(name) ? null : NAME_ALONE;
  }

  private static @Nullable Section ofAnOperation(String name) {
    return OF_AN_OPERATION.contains(name) || name.equals(REFERENCE)
        ? VALUE
        : UNREAD_OF_AN_OPERATION.contains(name) || isExtension(name) ? null : NAME_ALONE;
  }

  private static @Nullable Section reference(String name) {
    return name.equals(REFERENCE) ? VALUE : null;
  }

  /** Returns whether a member beside a reference leaves what that says of access as it is. */
  boolean isHarmlessBesideAReference(String name) {
    return this != VALUE && (isDescription(name) || isExtension(name));
  }

  static boolean isDescription(String name) {
    return name.equals("summary") || name.equals("description");
  }

  private static boolean isExtension(String name) {
    return name.startsWith("x-");
  }

  /** Returns why what a reference leads to is no such section, or null where it may be one. */
  @Nullable String problemOf(Node.Mapping target) {
    for (String name : target.entries().keySet()) {
      if (of(name) == NAME_ALONE) {
        return "which is no " + words + ": " + Quoted.of(name) + " is no member of one";
      }
    }
    return null;
  }

  /** Refuses the members that OpenAPI does not have here. */
  void refuseUnknown(Node.Mapping members, Values values) {
    members
        .entries()
        .forEach(
            (name, member) -> {
              String problem = problemOf(name);
              if (problem != null) {
                values.refuse(member.place(), problem);
              }
            });
  }

  /**
   * Returns why a member is refused that OpenAPI does not have here, or null where it has it. What
   * it was meant to say could change what is needed.
   */
  private @Nullable String problemOf(String name) {
    if (of(name) != NAME_ALONE) {
      return null;
    }
    String meant = Ascii.toLowerCase(name);
    if (this == PATH_ITEM && meant.equals("security")) {
      return Quoted.of(name)
          + " means nothing at a path; write it in each of the path's operations";
    }
    return Quoted.of(name)
        + " is no member of OpenAPI"
        + (LATER.contains(name)
            ? " 3.0 and 3.1" + REMOVE
            : nearest(meant, members()).orElse(REMOVE));
  }

  private static Optional<String> nearest(String meant, Set<String> members) {
    return members.stream()
        .filter(member -> Ascii.equalsIgnoreCase(member, meant))
        .findFirst()
        .map(member -> "; write " + Quoted.of(member))
        .or(() -> new Nearest().hint(meant, members));
  }

  private Set<String> members() {
    return switch (this) {
      case ROOT ->
          Sets.union(
              Sets.union(OF_THE_ROOT, UNREAD_OF_THE_ROOT),
              Set.of("info", "externalDocs", "paths", "components"));
      case PATH_ITEM ->
          Sets.union(Sets.union(METHODS, UNREAD_OF_A_PATH_ITEM), Set.of("servers", REFERENCE));
      case OPERATION ->
          Sets.union(Sets.union(OF_AN_OPERATION, UNREAD_OF_AN_OPERATION), Set.of(REFERENCE));
      default -> Set.of();
    };
  }
}
