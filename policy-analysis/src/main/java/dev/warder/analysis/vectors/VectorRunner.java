package dev.warder.analysis.vectors;

import dev.warder.analysis.TooMuchWork;
import dev.warder.engine.PolicyEngine;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import dev.warder.model.InvalidCatalogue;
import dev.warder.model.yaml.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs the vectors of a file and compares the answers with what is expected. */
final class VectorRunner {
  private static final List<String> MEMBERS =
      List.of("reason", "operation", "command", "allow", "missing", "enough", "calls");

  /** Compared where they stand; all other members always. */
  private static final Set<String> WHERE_THEY_STAND = Set.of("missing", "enough", "calls");

  private VectorRunner() {}

  static VectorRun run(VectorFileContent content, Catalogue catalogue) {
    return run(content, catalogue, new VectorWork());
  }

  static VectorRun run(VectorFileContent content, Catalogue catalogue, VectorWork work) {
    PolicyEngine engine = PolicyEngine.compile(catalogue, content.owners().forEngine());
    Touched touched = new Touched();
    List<VectorResult> results = new ArrayList<>();
    for (Vector vector : content.vectors()) {
      results.add(run(new VectorQuestion(engine, vector, work), vector, touched));
    }
    return new VectorRun(content, catalogue, results, touched);
  }

  private static VectorResult run(VectorQuestion asking, Vector vector, Touched touched) {
    VectorQuestion.Answer answer;
    try {
      answer = asking.answer();
    } catch (UnknownName | TooMuchWork e) {
      return new VectorResult(vector.name(), vector.place(), List.of(), e.getMessage());
    }
    List<Difference> differences = differences(vector.expected(), answer.members());
    if (differences.isEmpty()) {
      asking.touch(answer, touched);
    }
    return new VectorResult(vector.name(), vector.place(), differences, null);
  }

  private static List<Difference> differences(
      Map<String, Object> expected, Map<String, Object> actual) {
    List<Difference> differences = new ArrayList<>();
    for (String member : MEMBERS) {
      @Nullable Object said = expected.get(member);
      @Nullable Object answered = actual.get(member);
      boolean isCompared = said != null || !WHERE_THEY_STAND.contains(member);
      if (isCompared && !Objects.equals(said, answered)) {
        differences.add(
            new Difference(member, VectorAnswers.json(said), VectorAnswers.json(answered)));
      }
    }
    return differences;
  }

  static VectorRun runBroken(VectorFileContent content) {
    List<VectorResult> results = new ArrayList<>();
    for (VectorFileContent.BrokenCatalogue broken : content.broken()) {
      List<Object> expected = new ArrayList<>(broken.problems());
      List<Object> actual = problems(broken.text());
      List<Difference> differences =
          expected.equals(actual)
              ? List.of()
              : List.of(
                  new Difference(
                      "problems", VectorAnswers.json(expected), VectorAnswers.json(actual)));
      results.add(new VectorResult(broken.name(), broken.place(), differences, null));
    }
    return new VectorRun(content, null, results, new Touched());
  }

  private static List<Object> problems(String text) {
    List<Object> problems = new ArrayList<>();
    try {
      var unused = CatalogueReader.parse("catalogue.yaml", text);
    } catch (InvalidCatalogue e) {
      for (Problem problem : e.problems()) {
        problems.add(
            problem.place().line() + ":" + problem.place().column() + ": " + problem.message());
      }
    }
    return problems;
  }
}
