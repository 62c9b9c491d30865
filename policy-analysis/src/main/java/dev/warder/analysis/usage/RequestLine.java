package dev.warder.analysis.usage;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.warder.analysis.document.JsonLines;
import dev.warder.analysis.document.MalformedLine;
import dev.warder.model.text.RequestTarget;
import dev.warder.model.yaml.Nearest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a log of requests. */
final class RequestLine {
  private static final int MOST_NAMES = 32;

  private final List<String> names = new ArrayList<>();
  private @Nullable String method;
  private @Nullable String target;
  private @Nullable String path;

  private RequestLine() {}

  /** A request, without its query. */
  record Request(String method, String path) {}

  /** Returns the request of the line at which the lines stand. */
  static Request read(JsonLines lines) throws IOException, MalformedLine {
    RequestLine line = new RequestLine();
    lines.read(line::take);
    String target = line.target == null ? line.path : line.target;
    if (line.method == null) {
      throw line.lacks("method");
    }
    if (target == null) {
      throw line.lacks("target");
    }
    return new Request(line.method, RequestTarget.path(target));
  }

  private void take(JsonParser json, String name) throws IOException, MalformedLine {
    switch (name) {
      case "method" -> method = text(json, name, method);
      case "target" -> target = text(json, name, target);
      case "path" -> path = text(json, name, path);
      default -> {
        json.skipChildren();
        if (names.size() < MOST_NAMES) {
          names.add(name);
        }
      }
    }
  }

  private static String text(JsonParser json, String name, @Nullable String before)
      throws IOException, MalformedLine {
    if (before != null) {
      throw new MalformedLine("`" + name + "` twice");
    }
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw new MalformedLine("`" + name + "` is not text");
    }
    return json.getText();
  }

  private MalformedLine lacks(String name) {
    return new MalformedLine("no `" + name + "`" + new Nearest().hint(name, names).orElse(""));
  }
}
