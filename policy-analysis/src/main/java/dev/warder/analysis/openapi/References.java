package dev.warder.analysis.openapi;

import dev.warder.analysis.document.Findings;
import dev.warder.analysis.document.Part;
import dev.warder.analysis.document.Quoted;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows {@code $ref} within one document. */
final class References {
  private final Part.Members root;
  private final Findings findings;

  References(Part.Members root, Findings findings) {
    this.root = root;
    this.findings = findings;
  }

  /** Returns what is referred to in the end, or the part itself; null, with a problem, if none. */
  Part.@Nullable Members follow(Part.Members from) {
    Set<String> seen = new HashSet<>();
    Part.Members part = from;
    while (part.get("$ref") != null) {
      Part ref = part.get("$ref");
      String target = findings.text(ref, "$ref");
      if (ref == null || target == null) {
        return null;
      }
      String problem =
          part.members().size() > 1 && hasMore(part)
              ? "a reference with operations or servers beside it means nothing certain"
              : !target.startsWith("#/")
                  ? "only references within the document are followed, not " + Quoted.of(target)
                  : !seen.add(target)
                      ? "the reference leads to itself: " + Quoted.of(target)
                      : null;
      Part next = problem == null ? at(target) : null;
      if (!(next instanceof Part.Members members)) {
        findings.add(ref.place(), problem == null ? nowhere(target) : problem);
        return null;
      }
      part = members;
    }
    return part;
  }

  private static String nowhere(String target) {
    return "the reference leads to no path item and no security scheme of `paths` or `components`: "
        + Quoted.of(target);
  }

  private static boolean hasMore(Part.Members part) {
    return part.get("servers") != null
        || part.members().keySet().stream().anyMatch(PathsSection.METHODS::contains);
  }

  /** Resolves a JSON pointer (RFC 6901) in a fragment. */
  private @Nullable Part at(String pointer) {
    Part part = root;
    for (int start = 2, end; start <= pointer.length(); start = end + 1) {
      end = pointer.indexOf('/', start);
      end = end < 0 ? pointer.length() : end;
      String name = unescaped(pointer.substring(start, end));
      if (!(part instanceof Part.Members members)) {
        return null;
      }
      part = members.get(name);
    }
    return part;
  }

  private static String unescaped(String token) {
    return token
        .replace("%7B", "{")
        .replace("%7D", "}")
        .replace("%7b", "{")
        .replace("%7d", "}")
        .replace("~1", "/")
        .replace("~0", "~");
  }
}
