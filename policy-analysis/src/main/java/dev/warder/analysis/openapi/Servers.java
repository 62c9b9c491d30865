package dev.warder.analysis.openapi;

import com.google.common.base.Ascii;
import dev.warder.analysis.document.Findings;
import dev.warder.analysis.document.Part;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Place;
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
    String path = untilAny(url, '?', '#');
    int authority = authority(path);
    if (authority >= 0) {
      int slash = path.indexOf('/', authority);
      path = slash < 0 ? "" : path.substring(slash);
    }
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

  /** Returns where the host of an address begins (RFC 3986, section 3), or -1 where it has none. */
  private static int authority(String url) {
    if (url.startsWith("//")) {
      return 2;
    }
    int colon = url.indexOf("://");
    return colon > 0 && url.substring(0, colon).chars().allMatch(Servers::isOfAScheme)
        ? colon + 3
        : -1;
  }

  private static boolean isOfAScheme(int c) {
    return Ascii.isLowerCase((char) c)
        || Ascii.isUpperCase((char) c)
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '-'
        || c == '.';
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
