package dev.warder.analysis.vectors;

import com.google.common.collect.ImmutableMap;
import dev.warder.analysis.InvalidDocument;
import dev.warder.analysis.document.DocumentParser;
import dev.warder.analysis.document.Keep;
import dev.warder.model.text.HarmlessText;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Fields;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Problems;
import dev.warder.model.yaml.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a file of vectors. */
final class VectorFileParser {
  private final String source;
  private final String text;
  private final Problems problems = new Problems();
  private final Values values = new Values(problems);
  private final Set<String> names = new HashSet<>();

  private VectorFileParser(String source, String text) {
    this.source = source;
    this.text = text;
  }

  static VectorFileContent parse(String source, String text) throws InvalidDocument {
    Node part = DocumentParser.parseJson(source, text, Keep.ALL);
    VectorFileParser parser = new VectorFileParser(source, text);
    VectorFileContent content = parser.content(part);
    DocumentParser.refuseAny(parser.problems);
    return content;
  }

  private VectorFileContent content(Node part) {
    String what = "a file of vectors";
    boolean isBroken = part instanceof Node.Mapping members && members.get("broken") != null;
    Fields file =
        isBroken
            ? new Fields(values, what, part.place(), part, "format", "title", "broken")
            : new Fields(
                values,
                what,
                part.place(),
                part,
                "format",
                "title",
                "catalogue",
                "owners",
                "vectors");
    Node format = file.required("format");
    if (format != null && !(format instanceof Node.Scalar text && text.isWord("1"))) {
      values.refuse(format.place(), "format: 1 is expected");
    }
    String title = file.string("title");
    Node catalogue = isBroken ? null : file.required("catalogue");
    if (catalogue instanceof Node.Sequence) {
      values.refuse(catalogue.place(), "catalogue: a name or a map is expected");
    }
    return new VectorFileContent(
        source,
        title,
        catalogue instanceof Node.Scalar ? catalogueName(catalogue) : null,
        catalogue instanceof Node.Mapping ? carried(catalogue) : null,
        owners(file.optional("owners")),
        isBroken ? List.of() : vectors(file.required("vectors")),
        broken(file.optional("broken")));
  }

  /** A file's name and no path, so that vectors name nothing but what stands beside them. */
  private @Nullable String catalogueName(Node catalogue) {
    String name = values.text(catalogue);
    if (name == null
        || name.isEmpty()
        || name.indexOf('/') >= 0
        || name.indexOf('\\') >= 0
        || name.chars().allMatch(c -> c == '.')
        || name.chars().anyMatch(c -> !HarmlessText.isHarmless(c))) {
      values.refuse(
          catalogue.place(), "the catalogue is named by the name of a file, without a folder");
      return null;
    }
    return name;
  }

  /** Returns the catalogue's own text, after as many lines and columns as stand before it. */
  private String carried(Node catalogue) {
    Place place = catalogue.place();
    int start = 0;
    for (int line = 1; line < place.line(); line++) {
      start = endOfLine(start);
    }
    start += place.column() - 1;
    int column = text.codePointCount(start - place.column() + 1, start);
    return "\n".repeat(place.line() - 1)
        + " ".repeat(column)
        + text.substring(start, endOfObject(start));
  }

  /** Returns where the next line begins: after a line feed, a return, or both. */
  private int endOfLine(int from) {
    int i = from;
    while (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
      i++;
    }
    return text.startsWith("\r\n", i) ? i + 2 : i + 1;
  }

  /** Returns where the object that begins here ends; the text is well-formed. */
  private int endOfObject(int start) {
    boolean inString = false;
    int open = 0;
    for (int i = start; ; i++) {
      char c = text.charAt(i);
      if (inString) {
        i += c == '\\' ? 1 : 0;
        inString = c != '"';
      } else if (c == '"') {
        inString = true;
      } else if (c == '{' || c == '[') {
        open++;
      } else if ((c == '}' || c == ']') && --open == 0) {
        return i + 1;
      }
    }
  }

  private VectorOwners owners(@Nullable Node part) {
    if (part instanceof Node.Scalar word) {
      if (!word.text().equals("checked-by-caller")) {
        values.refuse(
            part.place(),
            "owners are a map, or `checked-by-caller`, not " + Quoted.of(word.text()));
      }
      return VectorOwners.CHECKED_BY_CALLER;
    }
    Map<String, Map<String, Optional<String>>> owners = new LinkedHashMap<>();
    for (Node.Entry kind : values.mapping(part, "owners").entries().values()) {
      Map<String, Optional<String>> accounts = new LinkedHashMap<>();
      values
          .mapping(kind.value(), "owners")
          .entries()
          .forEach((id, owner) -> accounts.put(id, owner(owner.value())));
      owners.put(kind.key().text(), ImmutableMap.copyOf(accounts));
    }
    return new VectorOwners(ImmutableMap.copyOf(owners));
  }

  private Optional<String> owner(Node part) {
    if (part instanceof Node.Scalar text && text.isWord("null")) {
      return Optional.empty();
    }
    return Optional.of(values.string(part));
  }

  private List<Vector> vectors(@Nullable Node part) {
    List<Vector> vectors = new ArrayList<>();
    for (Node item : values.items(part)) {
      Vector vector = VectorParser.parse(item, values);
      refuseTaken(vector.name(), vector.place());
      vectors.add(vector);
    }
    return vectors;
  }

  private List<VectorFileContent.BrokenCatalogue> broken(@Nullable Node part) {
    List<VectorFileContent.BrokenCatalogue> all = new ArrayList<>();
    for (Node item : values.items(part)) {
      Fields entry =
          new Fields(values, "a broken catalogue", item.place(), item, "name", "text", "problems");
      String name = entry.string("name");
      refuseTaken(name, item.place());
      List<String> expected =
          values.items(entry.required("problems")).stream().map(this::problem).toList();
      all.add(
          new VectorFileContent.BrokenCatalogue(
              name, item.place(), entry.string("text"), expected));
    }
    return all;
  }

  private String problem(Node part) {
    Fields problem =
        new Fields(values, "a problem", part.place(), part, "line", "column", "message");
    return "%s:%s: %s"
        .formatted(number(problem, "line"), number(problem, "column"), problem.string("message"));
  }

  private String number(Fields problem, String name) {
    Node part = problem.required(name);
    if (part instanceof Node.Scalar text
        && !text.isQuoted()
        && text.text().chars().allMatch(c -> c >= '0' && c <= '9')) {
      return text.text();
    }
    if (part != null) {
      values.refuse(part.place(), name + ": a whole number is expected");
    }
    return "0";
  }

  private void refuseTaken(String name, Place place) {
    if (!names.add(name)) {
      values.refuse(place, "two vectors are called " + Quoted.of(name));
    }
  }
}
