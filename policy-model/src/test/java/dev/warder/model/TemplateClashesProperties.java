package dev.warder.model;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/** What is refused of templates beside each other, compared with their paths, one by one. */
class TemplateClashesProperties {
  /** Templates have at most five segments here: so much longer paths tell all. */
  private static final int MOST_SPANNED = 8;

  private record Declared(String method, PathTemplate template) {}

  @Property(tries = 2_000)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void parse_randomTemplates_refusesThoseThatNoRequestReaches(@ForAll long seed) {
    List<Declared> operations = operations(new Random(seed));
    Set<Integer> covered = new TreeSet<>();
    Set<Integer> dotted = new TreeSet<>();
    for (Problem problem : problems(operations)) {
      int operation = problem.place().line() - 1;
      if (problem.message().contains("have each of its paths")) {
        covered.add(operation);
      } else if (problem.message().contains("would stand for dots only")) {
        dotted.add(operation);
      }
    }
    assertThat(covered).isEqualTo(where(operations, operation -> isCovered(operation, operations)));
    assertThat(dotted).isEqualTo(where(operations, operation -> isDotted(operation, operations)));
    Statistics.label("covered").collect(!covered.isEmpty());
    Statistics.label("dotted").collect(!dotted.isEmpty());
    Statistics.label("covered").coverage(c -> c.check(true).count(n -> n > 50));
    Statistics.label("dotted").coverage(c -> c.check(true).count(n -> n > 20));
  }

  private static Set<Integer> where(List<Declared> operations, Predicate<Declared> condition) {
    return IntStream.range(0, operations.size())
        .filter(i -> condition.test(operations.get(i)))
        .boxed()
        .collect(toCollection(TreeSet::new));
  }

  /** Returns templates of which some are another's with its span as so many segments, or more. */
  private static List<Declared> operations(Random random) {
    RandomTemplates templates = new RandomTemplates(random);
    List<Declared> operations = new ArrayList<>();
    while (operations.size() < 6) {
      String text = templates.template();
      if (text.matches(".*/\\.+(/.*)?")) {
        continue;
      }
      int span = text.indexOf("{p...}");
      List<String> texts = new ArrayList<>(List.of(text, text.replace("a.b", "a{y}b")));
      for (int more = 1; span >= 0 && more < 4; more++) {
        String segments =
            IntStream.range(0, more).mapToObj(i -> "{x" + i + "}/").collect(joining());
        texts.add(text.substring(0, span) + segments + text.substring(span));
        texts.add(
            text.substring(0, span)
                + segments.substring(0, segments.length() - 1)
                + text.substring(span + "{p...}".length()));
      }
      for (String other : texts) {
        String method = random.nextInt(4) == 0 ? "HEAD" : "GET";
        PathTemplate template = PathTemplateTest.template(other);
        if (random.nextInt(4) > 0
            && operations.stream().noneMatch(o -> isSame(o, method, template))) {
          operations.add(new Declared(method, template));
        }
      }
    }
    return operations;
  }

  private static boolean isSame(Declared one, String method, PathTemplate template) {
    return one.method.equals(method) && haveSamePaths(one.template, template);
  }

  private static boolean haveSamePaths(PathTemplate one, PathTemplate other) {
    return ReferenceTemplate.includes(one, other) && ReferenceTemplate.includes(other, one);
  }

  private static List<Problem> problems(List<Declared> operations) {
    StringBuilder file = new StringBuilder("{\"operations\": {");
    for (int i = 0; i < operations.size(); i++) {
      PathTemplate template = operations.get(i).template;
      String numbered = numbered(template);
      file.append(
          "%s\"o%d\": {\"method\": \"%s\", \"path\": \"%s\", \"summary\": \"s\", %s\"requires\": \"any token\"}"
              .formatted(
                  i == 0 ? "" : ",\n",
                  i,
                  operations.get(i).method,
                  numbered,
                  numbered.contains("{") ? "\"account\": \"not-checked\", " : ""));
    }
    file.append("},\n\"catalogue\": \"c\", \"format\": 1, \"version\": \"1\", \"title\": \"T\",")
        .append(" \"categories\": {}, \"capabilities\": {}}");
    try {
      CatalogueReader.parse("c", file.toString());
      return List.of();
    } catch (InvalidCatalogue e) {
      return e.problems();
    }
  }

  /** Returns the text of a template with another name for each parameter. */
  private static String numbered(PathTemplate template) {
    StringBuilder text = new StringBuilder();
    for (PathSegment segment : template.segments()) {
      text.append('/').append(segment.toString().replace("{p}", "{p" + text.length() + "}"));
    }
    return text.toString();
  }

  private static boolean isCovered(Declared operation, List<Declared> operations) {
    return paths(operation.template).stream()
        .allMatch(
            path ->
                operations.stream()
                    .filter(other -> isOf(other, operation.method, operations))
                    .filter(o -> ReferenceTemplate.beats(o.template, operation.template))
                    .anyMatch(o -> ReferenceTemplate.matches(o.template, path)));
  }

  private static boolean isOf(Declared operation, String method, List<Declared> operations) {
    return operation.method.equals(method)
        || (method.equals("HEAD")
            && operations.stream()
                .noneMatch(
                    other ->
                        other.method.equals("HEAD")
                            && haveSamePaths(other.template, operation.template)));
  }

  private static boolean isDotted(Declared operation, List<Declared> operations) {
    return paths(operation.template).stream()
        .anyMatch(
            path ->
                operations.stream()
                    .filter(other -> ReferenceTemplate.matches(other.template, path))
                    .flatMap(o -> ReferenceTemplate.stands(o.template, path).stream())
                    .anyMatch(stand -> stand.text().matches("\\.*")));
  }

  private static List<List<String>> paths(PathTemplate template) {
    return IntStream.rangeClosed(1, template.span() < 0 ? 1 : MOST_SPANNED)
        .mapToObj(spanned -> ReferenceTemplate.ownText(template, spanned))
        .toList();
  }
}
