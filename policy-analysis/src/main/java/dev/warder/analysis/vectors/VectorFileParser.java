package dev.warder.analysis.vectors;

import com.google.common.collect.ImmutableMap;
import dev.warder.analysis.InvalidDocument;
import dev.warder.analysis.document.DocumentParser;
import dev.warder.analysis.document.Findings;
import dev.warder.analysis.document.Keep;
import dev.warder.analysis.document.Part;
import dev.warder.model.text.HarmlessText;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Place;
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
  private final Findings findings = new Findings();
  private final Set<String> names = new HashSet<>();

  private VectorFileParser(String source, String text) {
    this.source = source;
    this.text = text;
  }

  static VectorFileContent parse(String source, String text) throws InvalidDocument {
    Part part = DocumentParser.parseJson(source, text, Keep.ALL);
    VectorFileParser parser = new VectorFileParser(source, text);
    VectorFileContent content = parser.content(part);
    parser.findings.refuseAny();
    return content;
  }

  private VectorFileContent content(Part part) {
    String what = "a file of vectors";
    boolean isBroken = part instanceof Part.Members members && members.get("broken") != null;
    Part.Members file =
        isBroken
            ? findings.members(part, what, "format", "title", "broken")
            : findings.members(part, what, "format", "title", "catalogue", "owners", "vectors");
    Part format = findings.required(file, what, "format");
    if (format != null && !(format instanceof Part.Text text && text.isWord("1"))) {
      findings.add(format.place(), "format: 1 is expected");
    }
    String title = findings.string(findings.required(file, what, "title"), "title");
    Part catalogue = isBroken ? null : findings.required(file, what, "catalogue");
    if (catalogue instanceof Part.Items) {
      findings.add(catalogue.place(), "catalogue: a name or a map is expected");
    }
    return new VectorFileContent(
        source,
        title,
        catalogue instanceof Part.Text ? catalogueName(catalogue) : null,
        catalogue instanceof Part.Members ? carried(catalogue) : null,
        owners(file.get("owners")),
        isBroken ? List.of() : vectors(findings.required(file, what, "vectors")),
        isBroken ? broken(file.get("broken")) : List.of());
  }

  /** A file's name and no path, so that vectors name nothing but what stands beside them. */
  private @Nullable String catalogueName(Part catalogue) {
    String name = findings.text(catalogue, "catalogue");
    if (name == null
        || name.isEmpty()
        || name.indexOf('/') >= 0
        || name.indexOf('\\') >= 0
        || name.chars().allMatch(c -> c == '.')
        || name.chars().anyMatch(c -> !HarmlessText.isHarmless(c))) {
      findings.add(
          catalogue.place(), "the catalogue is named by the name of a file, without a folder");
      return null;
    }
    return name;
  }

  /** Returns the catalogue's own text, after as many lines and columns as stand before it. */
  private String carried(Part catalogue) {
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

  private VectorOwners owners(@Nullable Part part) {
    if (part instanceof Part.Text word) {
      if (!word.text().equals("checked-by-caller")) {
        findings.add(
            part.place(),
            "owners are a map, or `checked-by-caller`, not " + Quoted.of(word.text()));
      }
      return VectorOwners.CHECKED_BY_CALLER;
    }
    Map<String, Map<String, Optional<String>>> owners = new LinkedHashMap<>();
    Part.Members kinds = findings.members(part, new Place(source, 1, 1), "owners");
    kinds
        .members()
        .forEach(
            (kind, member) -> {
              Part.Members ids = findings.members(member.value(), member.place(), "owners");
              Map<String, Optional<String>> accounts = new LinkedHashMap<>();
              ids.members().forEach((id, owner) -> accounts.put(id, owner(owner.value())));
              owners.put(kind, ImmutableMap.copyOf(accounts));
            });
    return new VectorOwners(ImmutableMap.copyOf(owners));
  }

  private Optional<String> owner(Part part) {
    if (part instanceof Part.Text text && text.isWord("null")) {
      return Optional.empty();
    }
    return Optional.of(findings.string(part, "an owner"));
  }

  private List<Vector> vectors(@Nullable Part part) {
    List<Vector> vectors = new ArrayList<>();
    for (Part item : findings.items(part, "vectors")) {
      Vector vector = VectorParser.parse(item, findings);
      refuseTaken(vector.name(), vector.place());
      vectors.add(vector);
    }
    return vectors;
  }

  private List<VectorFileContent.BrokenCatalogue> broken(@Nullable Part part) {
    List<VectorFileContent.BrokenCatalogue> all = new ArrayList<>();
    for (Part item : findings.items(part, "broken")) {
      String what = "a broken catalogue";
      Part.Members entry = findings.members(item, what, "name", "text", "problems");
      String name = findings.string(findings.required(entry, what, "name"), "name");
      refuseTaken(name, item.place());
      List<String> problems =
          findings.items(findings.required(entry, what, "problems"), "problems").stream()
              .map(this::problem)
              .toList();
      String text = findings.string(findings.required(entry, what, "text"), "text");
      all.add(new VectorFileContent.BrokenCatalogue(name, item.place(), text, problems));
    }
    return all;
  }

  private String problem(Part part) {
    String what = "a problem";
    Part.Members problem = findings.members(part, what, "line", "column", "message");
    return number(problem, what, "line")
        + ":"
        + number(problem, what, "column")
        + ": "
        + findings.string(findings.required(problem, what, "message"), "message");
  }

  private String number(Part.Members problem, String what, String name) {
    Part part = findings.required(problem, what, name);
    if (part instanceof Part.Text text
        && !text.quoted()
        && text.text().chars().allMatch(c -> c >= '0' && c <= '9')) {
      return text.text();
    }
    if (part != null) {
      findings.add(part.place(), name + ": a whole number is expected");
    }
    return "0";
  }

  private void refuseTaken(String name, Place place) {
    if (!names.add(name)) {
      findings.add(place, "two vectors are called " + Quoted.of(name));
    }
  }
}
