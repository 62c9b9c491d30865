package dev.warder.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.warder.analysis.vectors.Coverage;
import dev.warder.analysis.vectors.Difference;
import dev.warder.analysis.vectors.VectorResult;
import dev.warder.analysis.vectors.VectorRun;
import dev.warder.engine.Reason;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import java.io.IOException;
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
    Rows rows = new Rows();
    rows.add("files", runs.size() + "");
    rows.add("vectors", runs.stream().mapToInt(run -> run.results().size()).sum() + "");
    rows.add("failed", failed() + "");
    for (Coverage coverage : coverages) {
      add(rows, coverage);
    }
    rows.print(console);
  }

  private static void print(VectorResult failure, Console console) {
    console
        .out()
        .println(
            console.styled(Style.BAD, "FAIL")
                + " "
                + Shown.whole(failure.place().toString())
                + ": "
                + Shown.whole(failure.name()));
    failure.error().ifPresent(error -> console.out().println("  " + error));
    failure.differences().forEach(difference -> console.out().println("  " + difference));
  }

  private void add(Rows rows, Coverage coverage) {
    Catalogue catalogue = coverage.catalogue();
    rows.add("catalogue", catalogue.toString());
    rows.add(
        "operations",
        touched(coverage.touchedOperations(), catalogue.operations().size())
            + named("not ", coverage.untouchedOperations().stream().map(Operation::id).toList()));
    rows.add(
        "capabilities",
        touched(coverage.touchedCapabilities(), catalogue.capabilities().size())
            + named("never needed ", raws(coverage.neverNeeded()))
            + named("never missed ", raws(coverage.neverMissed())));
    List<String> reasons = coverage.untouchedReasons().stream().map(Reason::code).toList();
    rows.add(
        "reasons",
        touched(Reason.values().length - reasons.size(), Reason.values().length)
            + named("not ", reasons));
    if (!coverage.reaches(percent)) {
      rows.add("coverage", "less than " + percent + " per cent");
    }
  }

  private static String touched(int touched, int all) {
    return touched + " of " + all + " touched";
  }

  private static String named(String how, List<String> names) {
    if (names.isEmpty()) {
      return "";
    }
    String more = names.size() > MOST_NAMED ? ", and " + (names.size() - MOST_NAMED) + " more" : "";
    return "; " + how + String.join(", ", names.stream().limit(MOST_NAMED).toList()) + more;
  }

  private static List<String> raws(List<Capability> capabilities) {
    return capabilities.stream().map(Capability::raw).toList();
  }

  void write(JsonGenerator json) throws IOException {
    json.writeBooleanField("passed", isPass());
    json.writeArrayFieldStart("files");
    for (VectorRun run : runs) {
      json.writeStartObject();
      json.writeStringField("file", run.source());
      json.writeStringField("title", run.title());
      json.writeNumberField("vectors", run.results().size());
      json.writeArrayFieldStart("failures");
      for (VectorResult failure : run.failures()) {
        write(json, failure);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("coverage");
    for (Coverage coverage : coverages) {
      write(json, coverage);
    }
    json.writeEndArray();
  }

  private static void write(JsonGenerator json, VectorResult failure) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", failure.name());
    json.writeNumberField("line", failure.place().line());
    json.writeNumberField("column", failure.place().column());
    if (failure.error().isPresent()) {
      json.writeStringField("error", failure.error().get());
    }
    json.writeArrayFieldStart("differences");
    for (Difference difference : failure.differences()) {
      json.writeStartObject();
      json.writeStringField("member", difference.member());
      json.writeStringField("expected", difference.expected());
      json.writeStringField("actual", difference.actual());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void write(JsonGenerator json, Coverage coverage) throws IOException {
    Catalogue catalogue = coverage.catalogue();
    json.writeStartObject();
    json.writeBooleanField("reached", coverage.reaches(percent));
    json.writeNumberField("operations", catalogue.operations().size());
    Json.writeStrings(
        json,
        "untouchedOperations",
        coverage.untouchedOperations().stream().map(Operation::id).toList());
    json.writeNumberField("capabilities", catalogue.capabilities().size());
    json.writeNumberField("touchedCapabilities", coverage.touchedCapabilities());
    Json.writeCapabilities(json, "neverNeeded", coverage.neverNeeded());
    Json.writeCapabilities(json, "neverMissed", coverage.neverMissed());
    Json.writeStrings(
        json, "untouchedReasons", coverage.untouchedReasons().stream().map(Reason::code).toList());
    Json.writeCatalogue(json, catalogue);
    json.writeEndObject();
  }
}
