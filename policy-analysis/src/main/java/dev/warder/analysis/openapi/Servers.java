package dev.warder.analysis.openapi;

import com.google.common.base.Ascii;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Values;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the paths of {@code servers}. */
final class Servers {
  /** No path of more than half as many characters is a template's. */
  private static final int MAX_ADDRESS = 4_096;

  private final ServerPaths paths;
  private final Values values;

  Servers(ServerPaths paths, Values values) {
    this.paths = paths;
    this.values = values;
  }

  /** Returns the path of these servers, or the other one when there are none. */
  String basePath(@Nullable Node servers, String otherwise) {
    if (paths.replacement().isPresent()) {
      return paths.replacement().get();
    }
    Set<String> found = new LinkedHashSet<>();
    for (Node item : values.items(servers)) {
      Node.Mapping server = values.mapping(item, "a server");
      String url = values.text(server.get("url"));
      if (url != null) {
        found.add(path(item.place(), url.length() > MAX_ADDRESS ? url : resolved(url, server)));
      }
    }
    if (servers != null && found.size() > 1) {
      values.refuse(
          servers.place(),
          "the servers' paths differ: "
              + String.join(
                  ", ", found.stream().map(path -> Quoted.of(path + "/")).limit(8).toList())
              + "; say which base path is meant");
    }
    return found.isEmpty() ? otherwise : found.iterator().next();
  }

  /**
   * Puts each variable's default in its place, once: a default names no other variable. Stops
   * beyond the most characters, since many defaults may be as long as the document.
   */
  private String resolved(String url, Node.Mapping server) {
    Node.Mapping variables = values.mapping(server.get("variables"), "a server's variables");
    StringBuilder resolved = new StringBuilder();
    int next = 0;
    for (int open = url.indexOf('{');
        open >= 0 && resolved.length() <= MAX_ADDRESS;
        open = url.indexOf('{', next)) {
      int close = url.indexOf('}', open);
      String preset = close < 0 ? null : preset(variables.get(url.substring(open + 1, close)));
      resolved.append(url, next, preset == null ? open + 1 : open);
      resolved.append(preset == null ? "" : preset);
      next = preset == null ? open + 1 : close + 1;
    }
    return resolved.append(url, next, url.length()).toString();
  }

  private static @Nullable String preset(@Nullable Node variable) {
    return variable instanceof Node.Mapping members
            && members.get("default") instanceof Node.Scalar preset
        ? preset.text()
        : null;
  }

  private String path(Place place, String url) {
    if (url.length() > MAX_ADDRESS) {
      values.refuse(
          place,
          "the server's address has more than " + MAX_ADDRESS + " characters; say the base path");
      return "";
    }
    String path = Shapes.withoutQuery(url);
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
      values.refuse(
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
}
