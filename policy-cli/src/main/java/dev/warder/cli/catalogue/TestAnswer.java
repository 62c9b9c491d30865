package dev.warder.cli.catalogue;

import static java.util.stream.Collectors.joining;

import dev.warder.analysis.vectors.Coverage;
import dev.warder.analysis.vectors.VectorResult;
import dev.warder.analysis.vectors.VectorRun;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.JsonObject;
import dev.warder.cli.text.NamedRows;
import dev.warder.cli.text.Shown;
import dev.warder.cli.text.Style;
import dev.warder.engine.Reason;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import java.util.Collection;
import java.util.List;

/**
 * What came of files of vectors.
 *
 * @param percent how much must be touched, in per cent
 */
record TestAnswer(List<VectorRun> runs, List<Coverage> coverages, int percent) {
  private static final int MOST_NAMED = 8;

  boolean isPass() {
    return failed() == 0 && coverages.stream().allMatch(coverage -> coverage.reaches(percent));
  }

  private long failed() {
    return runs.stream().mapToLong(run -> run.failures().size()).sum();
  }

  void print(Console console) {
    for (VectorRun run : runs) {
      run.failures().forEach(failure -> print(failure, console));
    }
    NamedRows rows = new NamedRows();
    rows.add("files", runs.size());
    rows.add("vectors", runs.stream().mapToInt(run -> run.results().size()).sum());
    rows.add("failed", failed());
    for (Coverage coverage : coverages) {
      add(rows, coverage);
    }
    rows.print(console);
  }

  private static void print(VectorResult failure, Console console) {
    console.println(
        console.styled(Style.BAD, "FAIL")
            + " "
            + Shown.whole(failure.place().toString())
            + ": "
            + Shown.whole(failure.name()));
    failure.error().ifPresent(error -> console.println("  " + Shown.whole(error)));
    failure
        .differences()
        .forEach(difference -> console.println("  " + Shown.whole(difference.toString())));
  }

  private void add(NamedRows rows, Coverage coverage) {
    Catalogue catalogue = coverage.catalogue();
    rows.add("catalogue", catalogue);
    rows.add(
        "operations",
        touched(coverage.touchedOperations(), catalogue.operations().size())
            + named("not ", ids(coverage.untouchedOperations())));
    rows.add(
        "capabilities",
        touched(coverage.touchedCapabilities(), catalogue.capabilities().size())
            + named("never needed ", coverage.neverNeeded())
            + named("never missed ", coverage.neverMissed()));
    int untouched = coverage.untouchedReasons().size();
    rows.add(
        "reasons",
        touched(Reason.values().length - untouched, Reason.values().length)
            + named("not ", coverage.untouchedReasons()));
    if (!coverage.reaches(percent)) {
      rows.add("coverage", "less than " + percent + " per cent");
    }
  }

  private static String touched(int touched, int all) {
    return touched + " of " + all + " touched";
  }

  private static String named(String how, Collection<?> names) {
    if (names.isEmpty()) {
      return "";
    }
    String more = names.size() > MOST_NAMED ? ", and " + (names.size() - MOST_NAMED) + " more" : "";
    return "; "
        + how
        + names.stream().limit(MOST_NAMED).map(Object::toString).collect(joining(", "))
        + more;
  }

  private static List<String> ids(Collection<Operation> operations) {
    return operations.stream().map(Operation::id).toList();
  }

  void write(JsonObject json) {
    json.put("passed", isPass());
    json.putObjects(
        "files",
        runs,
        (file, run) -> {
          file.put("file", run.source());
          file.put("title", run.title());
          file.put("vectors", run.results().size());
          file.putObjects("failures", run.failures(), TestAnswer::write);
        });
    json.putObjects("coverage", coverages, this::write);
  }

  private static void write(JsonObject json, VectorResult failure) {
    json.put("name", failure.name());
    json.put("line", failure.place().line());
    json.put("column", failure.place().column());
    json.putIfPresent("error", failure.error());
    json.putObjects(
        "differences",
        failure.differences(),
        (object, difference) -> {
          object.put("member", difference.member());
          object.put("expected", difference.expected());
          object.put("actual", difference.actual());
        });
  }

  private void write(JsonObject json, Coverage coverage) {
    Catalogue catalogue = coverage.catalogue();
    json.put("reached", coverage.reaches(percent));
    json.put("operations", catalogue.operations().size());
    json.put("untouchedOperations", ids(coverage.untouchedOperations()));
    json.put("capabilities", catalogue.capabilities().size());
    json.put("touchedCapabilities", coverage.touchedCapabilities());
    json.put("neverNeeded", coverage.neverNeeded());
    json.put("neverMissed", coverage.neverMissed());
    json.put("untouchedReasons", coverage.untouchedReasons());
    json.putCatalogue(catalogue);
  }
}
