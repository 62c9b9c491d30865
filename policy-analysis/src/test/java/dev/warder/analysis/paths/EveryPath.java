package dev.warder.analysis.paths;

import dev.warder.model.Catalogue;
import dev.warder.model.InvalidCatalogue;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import dev.warder.model.RandomTemplates;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Small catalogues of random templates, and all paths that these can tell apart: each text before a
 * parameter with each behind one, apart, touching or one over the other. Shares no code with the
 * analysis.
 */
public final class EveryPath {
  private static final int MOST_TEXTS = 24;

  private EveryPath() {}

  /** Returns operations of templates of at most so many segments, as in a file. */
  public static List<String> operations(Random random, int most, int segments) {
    RandomTemplates templates = new RandomTemplates(random);
    List<String> operations = new ArrayList<>();
    while (operations.size() < most) {
      operations.add(operation(templates, random, segments));
      if (read(operations) == null) {
        operations.remove(operations.size() - 1);
      }
    }
    return operations;
  }

  /** Returns an operation, as in a file. */
  public static String operation(RandomTemplates templates, Random random, int segments) {
    String template = templates.template();
    while (template.chars().filter(c -> c == '/').count() > segments) {
      template = templates.template();
    }
    String name = name(template, random);
    String rule =
        !template.contains("{")
            ? ""
            : switch (name.isEmpty() ? 0 : random.nextInt(3)) {
              case 1 -> "\"account\": \"" + name + "\", ";
              case 2 -> "\"owner\": {\"app\": \"" + name + "\"}, ";
              default -> "\"account\": \"not-checked\", ";
            };
    String method = List.of("GET", "GET", "GET", "HEAD", "POST").get(random.nextInt(5));
    return "{\"method\": \"%s\", \"path\": \"%s\", \"summary\": \"s\", %s\"requires\": \"c%d\"}"
        .formatted(method, template, rule, random.nextInt(8));
  }

  private static String name(String template, Random random) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      if (template.contains("{p" + i + "}")) {
        names.add("p" + i);
      }
    }
    return names.isEmpty() ? "" : names.get(random.nextInt(names.size()));
  }

  /** Returns the catalogue of some operations, or null where there is none. */
  public static @Nullable Catalogue read(List<String> operations) {
    try {
      return RandomTemplates.read(operations);
    } catch (InvalidCatalogue e) {
      return null;
    }
  }

  /** Returns the paths, or none where there are too many texts. */
  public static List<String> of(List<Catalogue> catalogues, int segments, boolean withSpellings) {
    Set<String> texts = texts(catalogues, withSpellings);
    List<String> paths = new ArrayList<>();
    if (texts.size() <= (withSpellings ? 2 * MOST_TEXTS : MOST_TEXTS)) {
      paths.add("/");
      for (int from = 0, length = 0; length < segments; length++) {
        int to = paths.size();
        for (int i = from; i < to; i++) {
          String before = length == 0 ? "" : paths.get(i);
          texts.forEach(text -> paths.add(before + "/" + text));
        }
        from = to;
      }
      List.copyOf(paths).stream()
          .filter(path -> !path.equals("/"))
          .forEach(p -> paths.add(p + "/"));
    }
    return paths;
  }

  private static Set<String> texts(List<Catalogue> catalogues, boolean withSpellings) {
    Set<String> befores = new LinkedHashSet<>(List.of(""));
    Set<String> afters = new LinkedHashSet<>(List.of(""));
    Set<String> texts = new LinkedHashSet<>(List.of("x"));
    for (Catalogue catalogue : catalogues) {
      for (Operation operation : catalogue.operations()) {
        for (PathSegment segment : operation.template().segments()) {
          if (segment instanceof PathSegment.Literal literal) {
            texts.add(literal.text());
          } else if (segment instanceof PathSegment.Parameter parameter) {
            befores.add(parameter.before());
            afters.add(parameter.after());
          } else if (segment instanceof PathSegment.Span span) {
            afters.add(span.after());
          }
        }
      }
    }
    for (String before : befores) {
      for (String after : afters) {
        texts.add(before + "x" + after);
        for (int common = 0; common <= Math.min(before.length(), after.length()); common++) {
          if (before.endsWith(after.substring(0, common))) {
            texts.add(before + after.substring(common));
          }
        }
        if (withSpellings && !(before + after).isEmpty()) {
          texts.add(before + "." + after);
          texts.add(before + ".." + after);
        }
      }
    }
    if (withSpellings) {
      List<String> plain = List.copyOf(texts);
      texts.add("x%3A");
      texts.add("x%C3%AA");
      texts.add("x%C3%ABb");
      plain.stream()
          .filter(text -> text.contains(":"))
          .forEach(text -> texts.add(text.replace(":", "%3A")));
      befores.forEach(b -> afters.forEach(a -> texts.add(b + "x%20x" + a)));
    }
    texts.remove("");
    return texts;
  }
}
