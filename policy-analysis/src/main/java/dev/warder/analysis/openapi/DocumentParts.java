package dev.warder.analysis.openapi;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.warder.model.yaml.Node;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a document.
 *
 * @param schemes for each security scheme the scopes of all its flows with their descriptions
 */
record DocumentParts(
    String source,
    @Nullable String title,
    @Nullable String version,
    @Nullable String documentation,
    Map<String, String> tags,
    Map<String, Map<String, String>> schemes,
    List<DocumentedOperation> operations,
    @Nullable Node extension) {
  DocumentParts {
    tags = ImmutableMap.copyOf(tags);
    schemes = ImmutableMap.copyOf(schemes);
    operations = ImmutableList.copyOf(operations);
  }
}
