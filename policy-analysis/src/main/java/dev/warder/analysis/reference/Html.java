package dev.warder.analysis.reference;

import com.google.common.html.HtmlEscapers;
import com.google.common.net.UrlEscapers;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import dev.warder.model.text.Quoted;

/** Texts of a catalogue in HTML, fit for content and for attributes in double quotes. */
final class Html implements Markup {

  @Override
  public String text(String text) {
    return HtmlEscapers.htmlEscaper().escape(Quoted.harmless(text));
  }

  @Override
  public String code(String code) {
    return "<code>" + text(code) + "</code>";
  }

  @Override
  public String strong(String markup) {
    return "<strong>" + markup + "</strong>";
  }

  /** Returns content of a kind that the page's style knows. */
  String span(String kind, String content) {
    return "<span class=\"" + kind + "\">" + content + "</span>";
  }

  /** Returns content that is folded below a summary. */
  String details(String summary, String content) {
    return "<details><summary>" + summary + "</summary>" + content + "</details>";
  }

  /** Returns a paragraph of a kind that the page's style knows. */
  String paragraph(String kind, String content) {
    return "<p class=\"" + kind + "\">" + content + "</p>";
  }

  /** Returns what names a row in the page's address, and is its id; the names are ASCII. */
  String anchor(String kind, String name) {
    return kind + "/" + text(UrlEscapers.urlFragmentEscaper().escape(name));
  }

  /** Returns a link to a row. */
  String link(String kind, String name, String content) {
    return "<a href=\"#" + anchor(kind, name) + "\">" + content + "</a>";
  }

  /** Returns a link out of the page, which the page itself never follows. */
  String address(String address, String content) {
    return "<a href=\"" + text(address) + "\" rel=\"noreferrer\">" + content + "</a>";
  }

  /** Returns a method and path, parameters set apart. */
  String request(Operation operation) {
    StringBuilder path = new StringBuilder();
    for (PathSegment segment : operation.template().segments()) {
      path.append(path.isEmpty() ? "/" : "<wbr>/").append(segment(segment));
    }
    return span("method" + kind(operation.method()), text(operation.method()))
        + " <code class=\"path\">"
        + path
        + "</code>";
  }

  private String segment(PathSegment segment) {
    if (segment instanceof PathSegment.Parameter parameter) {
      return text(parameter.before())
          + variable("{" + parameter.name() + "}")
          + text(parameter.after());
    }
    return segment instanceof PathSegment.Span span
        ? variable("{" + span.name() + "...}") + text(span.after())
        : text(segment.toString());
  }

  private String variable(String name) {
    return "<var>" + text(name) + "</var>";
  }

  /** For the eye alone: what a method does is for its operation to say. */
  private static String kind(String method) {
    return switch (method) {
      case "GET", "HEAD", "OPTIONS" -> "";
      case "DELETE" -> " removes";
      default -> " changes";
    };
  }
}
