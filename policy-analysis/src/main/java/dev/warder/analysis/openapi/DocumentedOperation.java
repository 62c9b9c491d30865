package dev.warder.analysis.openapi;

import com.google.common.collect.ImmutableList;
import dev.warder.model.yaml.Place;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An operation of an OpenAPI document. Immutable. */
public final class DocumentedOperation {
  private final Place place;
  private final String method;
  private final String basePath;
  private final String path;
  private final @Nullable String operationId;
  private final @Nullable String summary;
  private final @Nullable String description;
  private final @Nullable String documentation;
  private final ImmutableList<String> tags;
  private final @Nullable SecurityList security;

  DocumentedOperation(
      Place place,
      String method,
      String basePath,
      String path,
      @Nullable String operationId,
      @Nullable String summary,
      @Nullable String description,
      @Nullable String documentation,
      List<String> tags,
      @Nullable SecurityList security) {
    this.place = place;
    this.method = method;
    this.basePath = basePath;
    this.path = path;
    this.operationId = operationId;
    this.summary = summary;
    this.description = description;
    this.documentation = documentation;
    this.tags = ImmutableList.copyOf(tags);
    this.security = security;
  }

  /** Returns where the operation stands in its document. */
  public Place place() {
    return place;
  }

  /** Returns the method, in capital letters. */
  public String method() {
    return method;
  }

  /** Returns the path as written, the path of the servers before it. */
  public String path() {
    return basePath + path;
  }

  /** Returns what the document calls the operation, where it does. */
  public Optional<String> operationId() {
    return Optional.ofNullable(operationId);
  }

  String basePath() {
    return basePath;
  }

  Optional<String> summary() {
    return Optional.ofNullable(summary);
  }

  Optional<String> description() {
    return Optional.ofNullable(description);
  }

  Optional<String> documentation() {
    return Optional.ofNullable(documentation);
  }

  List<String> tags() {
    return tags;
  }

  /** Returns the operation's own security or else the document's, where either says anything. */
  Optional<SecurityList> security() {
    return Optional.ofNullable(security);
  }

  /** Returns the method and the path. */
  @Override
  public String toString() {
    return method + " " + path();
  }
}
