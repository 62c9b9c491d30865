package dev.warder.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Random templates of every sort, made of few and short texts so that many overlap, and catalogues
 * of them. The same seed gives the same.
 */
public final class RandomTemplates {
  private static final List<String> TEXTS =
      List.of("a", "b", ":", "ab", "a:", "b:", "..", ".", "a.b", "A");
  private static final List<String> PIECES =
      List.of("a", "b", ":", "x", ".", "..", "ab", "a:", "%3A", "%3a", "%40", "acc-1", "~", "B");
  private static final List<String> METHODS = List.of("GET", "GET", "GET", "HEAD", "POST");
  private static final int MOST_SEGMENTS = 4;
  private static final String FROM_REQUEST = "\"account\": \"from-request\", ";
  private static final String NOT_CHECKED = "\"account\": \"not-checked\", ";

  /** The line of the first operation in a file that is read. */
  private static final int FIRST_OPERATION = 3;

  private final Random random;

  /** Makes a source of templates. */
  public RandomTemplates(Random random) {
    this.random = random;
  }

  /** Returns a path that a template may match: now and then with dots, triples or a slash. */
  public String path(PathTemplate template) {
    StringBuilder path = new StringBuilder();
    for (PathSegment segment : template.segments()) {
      path.append('/');
      if (segment instanceof PathSegment.Parameter parameter) {
        path.append(parameter.before()).append(piece()).append(parameter.after());
      } else if (segment instanceof PathSegment.Span span) {
        for (int i = random.nextInt(3); i > 0; i--) {
          path.append(piece()).append('/');
        }
        path.append(piece()).append(span.after());
      } else {
        path.append(segment);
      }
    }
    int at = 1 + random.nextInt(path.length());
    return switch (random.nextInt(12)) {
      case 0 -> path.append('/').toString();
      case 1 -> path.insert(at, piece()).toString();
      case 2 -> path.substring(0, at);
      case 3 -> path.append('/').append(piece()).toString();
      default -> path.toString();
    };
  }

  private String piece() {
    String piece = pick(PIECES);
    return random.nextInt(3) == 0 ? piece + pick(PIECES) : piece;
  }

  /** Returns the text of a template, most often a valid one. */
  public String template() {
    StringBuilder template = new StringBuilder();
    int segments = 1 + random.nextInt(MOST_SEGMENTS);
    int span = random.nextInt(2 * segments);
    for (int i = 0; i < segments; i++) {
      template.append('/').append(i == span ? "{p...}" + text(2) : segment(i));
    }
    return random.nextInt(6) == 0 ? template.append('/').toString() : template.toString();
  }

  private String segment(int number) {
    String parameter = "{p" + number + "}";
    return switch (random.nextInt(5)) {
      case 0, 1 -> pick(TEXTS);
      case 2 -> parameter;
      default -> text(2) + parameter + text(2);
    };
  }

  private String text(int ofTexts) {
    return random.nextInt(ofTexts) == 0 ? "" : pick(TEXTS);
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  /**
   * Returns a catalogue of at most so many operations, each with a requirement of its own: what a
   * catalogue may not have beside the others is left out.
   */
  public Catalogue catalogue(int most) {
    List<String> operations = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      operations.add(operation(i));
    }
    while (true) {
      if (operations.isEmpty()) {
        operations.add(operation(0));
      }
      try {
        return read(operations);
      } catch (InvalidCatalogue e) {
        e.problems().stream()
            .map(problem -> problem.place().line() - FIRST_OPERATION)
            .distinct()
            .sorted(Comparator.reverseOrder())
            .forEach(line -> operations.remove((int) line));
      }
    }
  }

  private String operation(int number) {
    String template = template();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < MOST_SEGMENTS; i++) {
      if (template.contains("{p" + i + "}")) {
        names.add("p" + i);
      }
    }
    return "{\"method\": \"%s\", \"path\": \"%s\", \"summary\": \"s\", %s\"requires\": \"c%d\"}"
        .formatted(pick(METHODS), template, rule(template, names), number % 8);
  }

  /** Returns the keys of an account rule: of any form that a template with these names has. */
  private String rule(String template, List<String> names) {
    if (!template.contains("{")) {
      return random.nextInt(8) == 0 ? FROM_REQUEST : "";
    }
    if (names.isEmpty()) {
      return random.nextInt(4) == 0 ? FROM_REQUEST : NOT_CHECKED;
    }
    String name = names.get(random.nextInt(names.size()));
    String other = names.get((names.indexOf(name) + 1) % names.size());
    String owner = "\"owner\": {\"app\": \"" + name + "\"}, ";
    String account = "\"account\": \"" + other + "\", ";
    return switch (random.nextInt(10)) {
      case 0, 1 -> "\"account\": \"" + name + "\", ";
      case 2, 3 -> owner;
      case 4 -> FROM_REQUEST + owner;
      case 5 -> other.equals(name) ? FROM_REQUEST : account + owner;
      case 6 ->
          other.equals(name)
              ? owner
              : "\"owner\": {\"app\": \"" + name + "\", \"key\": \"" + other + "\"}, ";
      default -> NOT_CHECKED;
    };
  }

  /**
   * Returns the catalogue of some operations, as in a file, called {@code op0} and so on; slashes
   * at the end are accepted.
   */
  public static Catalogue read(List<String> operations) throws InvalidCatalogue {
    StringBuilder accepted = new StringBuilder();
    StringBuilder capabilities = new StringBuilder();
    List<String> named = new ArrayList<>();
    for (int i = 0; i < operations.size(); i++) {
      named.add("\"op%d\": %s".formatted(i, operations.get(i)));
      for (int j = i + 1; j < operations.size(); j++) {
        accepted.append(accepted.isEmpty() ? "" : ", ");
        accepted.append(
            "{\"warning\": \"slash-at-end\", \"at\": \"op%d op%d\", \"reason\": \"r\"}"
                .formatted(i, j));
      }
    }
    for (int i = 0; i < 8; i++) {
      capabilities.append(capabilities.isEmpty() ? "" : ", ");
      capabilities.append("\"c%d\": {\"label\": \"C %d\", \"category\": \"g\"}".formatted(i, i));
    }
    return CatalogueReader.parse(
        "random",
        """
        {"catalogue": "random", "format": 1, "version": "1", "title": "Random",
         "categories": {"g": "G"}, "capabilities": {%s}, "operations": {
        %s}, "accepted": [%s]}
        """
            .formatted(capabilities, String.join(",\n", named), accepted));
  }
}
