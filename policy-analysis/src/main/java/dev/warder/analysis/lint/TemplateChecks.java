package dev.warder.analysis.lint;

import static dev.warder.analysis.lint.WarningKind.SPAN_TAKES_TEXT;

import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import dev.warder.model.PathSegment.Span;
import dev.warder.model.PathTemplate;
import dev.warder.model.SlashAtEnd;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at templates that are nearly those of others. */
final class TemplateChecks {
  private TemplateChecks() {}

  static void add(Catalogue catalogue, Warnings findings) {
    addSlashes(catalogue, findings);
    addSpans(catalogue, findings);
  }

  private static void addSlashes(Catalogue catalogue, Warnings findings) {
    for (SlashAtEnd pair : SlashAtEnd.among(catalogue.operations())) {
      SlashCheck.add(findings, pair);
    }
  }

  private static void addSpans(Catalogue catalogue, Warnings findings) {
    Map<List<String>, Operation> withText = new HashMap<>();
    for (Operation operation : catalogue.operations()) {
      Span span = span(operation.template());
      if (span != null && !span.after().isEmpty()) {
        withText.putIfAbsent(segmentsBefore(operation.template()), operation);
      }
    }
    for (Operation operation : catalogue.operations()) {
      PathTemplate template = operation.template();
      Span span = template.span() == template.segments().size() - 1 ? span(template) : null;
      Operation other =
          span != null && span.after().isEmpty() ? withText.get(segmentsBefore(template)) : null;
      Span text = other == null ? null : span(other.template());
      if (other != null && span != null && text != null) {
        String path = template.toString();
        findings.add(
            SPAN_TAKES_TEXT,
            operation.id(),
            "`%s%s/x` too is a path of `%s`, though `%s` has `%s` behind its spanning parameter"
                .formatted(
                    path.substring(0, path.length() - span.toString().length()),
                    "x" + text.after(),
                    template,
                    other.id(),
                    text.after()));
      }
    }
  }

  private static @Nullable Span span(PathTemplate template) {
    return template.span() < 0 ? null : (Span) template.segments().get(template.span());
  }

  /** Returns the segments before the spanning one, the names of parameters left out. */
  private static List<String> segmentsBefore(PathTemplate template) {
    List<String> segments = new ArrayList<>();
    for (PathSegment segment : template.segments().subList(0, template.span())) {
      segments.add(
          segment instanceof PathSegment.Parameter parameter
              ? parameter.before() + "{}" + parameter.after()
              : segment.toString());
    }
    return segments;
  }
}
