package dev.warder.analysis.openapi;

import dev.warder.analysis.document.Findings;
import dev.warder.analysis.document.Part;
import dev.warder.analysis.document.Quoted;
import dev.warder.model.Place;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the paths of {@code servers}. */
final class Servers {
  private final ServerPaths paths;
  private final Findings findings;

  Servers(ServerPaths paths, Findings findings) {
    this.paths = paths;
    this.findings = findings;
  }

  /** Returns the path of these servers, or the other one when there are none. */
  String basePath(@Nullable Part servers, String otherwise) {
    if (paths.replacement().isPresent()) {
      return paths.replacement().get();
    }
    Set<String> found = new LinkedHashSet<>();
    for (Part item : findings.items(servers, "servers")) {
      Part.Members server = findings.members(item, item.place(), "a server");
      String url = findings.text(server.get("url"), "a server's url");
      if (url != null) {
        found.add(path(item.place(), resolved(url, server)));
      }
    }
    if (servers != null && found.size() > 1) {
      findings.add(
          servers.place(),
          "the servers' paths differ: "
              + String.join(
                  ", ", found.stream().map(path -> Quoted.of(path + "/")).limit(8).toList())
              + "; say which base path is meant");
    }
    return found.isEmpty() ? otherwise : found.iterator().next();
  }

  private String resolved(String url, Part.Members server) {
    Part.Members variables =
        findings.members(server.get("variables"), server.place(), "a server's variables");
    String resolved = url;
    for (Map.Entry<String, Part.Member> variable : variables.members().entrySet()) {
      if (variable.getValue().value() instanceof Part.Members members
          && members.get("default") instanceof Part.Text preset) {
        resolved = resolved.replace("{" + variable.getKey() + "}", preset.text());
      }
    }
    return resolved;
  }

  private String path(Place place, String url) {
    int authority = url.startsWith("//") ? 0 : url.indexOf("://") + 1;
    String path = url;
    if (url.startsWith("//") || authority > 0) {
      int slash = url.indexOf('/', authority + 2);
      path = slash < 0 ? "" : url.substring(slash);
    }
    path = untilAny(path, '?', '#');
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    path = path.substring(0, end);
    if (path.indexOf('{') >= 0 || !(path.isEmpty() || path.startsWith("/"))) {
      findings.add(
          place, "the path of server " + Quoted.of(url) + " is not known; say the base path");
      return "";
    }
    return path;
  }

  private static String untilAny(String text, char a, char b) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == a || text.charAt(i) == b) {
        return text.substring(0, i);
      }
    }
    return text;
  }
}
