package dev.warder.cli.check;

import static java.util.stream.Collectors.joining;

import dev.warder.analysis.TooMuchWork;
import dev.warder.analysis.needs.Needs;
import dev.warder.analysis.needs.Wanted;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.JsonObject;
import dev.warder.cli.text.NamedRows;
import dev.warder.cli.text.Shown;
import dev.warder.cli.text.Style;
import dev.warder.cli.text.Wording;
import dev.warder.model.Call;
import dev.warder.model.Capability;
import dev.warder.model.Requirement;
import java.util.List;
import java.util.Set;

/**
 * What is needed, put to people and to programs.
 *
 * @param wanted what is wanted
 * @param needs what it needs
 * @param notChosen the conditions that were left out of it
 */
record NeedsAnswer(Wanted wanted, Needs needs, List<WantedItems.NotChosen> notChosen) {
  private static final int MOST_SHOWN = 20;

  static NeedsAnswer of(Wanted wanted, List<WantedItems.NotChosen> notChosen) throws TooMuchWork {
    return new NeedsAnswer(wanted, Needs.of(wanted), notChosen);
  }

  void print(Console console) {
    String or = "";
    for (String line : lines()) {
      console.println(or + console.styled(style(), Shown.whole(line)));
      or = "or ";
    }
    if (sets().size() > MOST_SHOWN) {
      console.println("or one of " + (sets().size() - MOST_SHOWN) + " more; see --json");
    }
    NamedRows rows = new NamedRows();
    rows.add("labels", labels());
    rows.add("calls", wanted.calls().stream().map(NeedsAnswer::call).toList());
    rows.add("conditions", notChosen.stream().map(NeedsAnswer::notChosen).toList());
    rows.add("catalogue", wanted.catalogue().toString());
    rows.print(console);
  }

  private Style style() {
    return needs instanceof Needs.Nobody ? Style.BAD : Style.STRONG;
  }

  private List<Set<Capability>> sets() {
    return needs instanceof Needs.AnyOf any ? any.sets() : List.of();
  }

  private List<String> lines() {
    if (needs instanceof Needs.Nobody nobody) {
      return List.of(
          "nobody can: the provider has not said what these need: "
              + nobody.calls().stream().map(Call::toString).collect(joining(", ")));
    }
    if (needs == Needs.Fixed.NOTHING) {
      return List.of("nothing, not even a token");
    }
    if (needs == Needs.Fixed.ANY_TOKEN) {
      return List.of("any token");
    }
    return sets().stream()
        .limit(MOST_SHOWN)
        .map(set -> set.stream().map(Capability::raw).collect(joining(", ")))
        .toList();
  }

  /** Labels and raw strings may cross, so both are shown. */
  private List<String> labels() {
    return sets().stream()
        .limit(MOST_SHOWN)
        .flatMap(Set::stream)
        .distinct()
        .sorted((a, b) -> Integer.compare(a.ordinal(), b.ordinal()))
        .map(Wording::of)
        .toList();
  }

  private static String call(Call call) {
    return call + ": " + requirement(call);
  }

  private static String requirement(Call call) {
    return call instanceof Call.Known known
        ? known.operation().requirement().toString()
        : Requirement.Fixed.UNMAPPED.toString();
  }

  private static String notChosen(WantedItems.NotChosen not) {
    return Shown.quoted(not.command().name())
        + " with --when "
        + not.condition().name()
        + " ("
        + not.condition().description()
        + ") also: "
        + not.calls().stream().map(NeedsAnswer::call).collect(joining("; "));
  }

  void write(JsonObject json) {
    json.put("answer", word());
    json.put("sets", sets());
    json.put("unmapped", needs instanceof Needs.Nobody nobody ? nobody.calls() : List.of());
    json.put("calls", wanted.calls());
    json.putCatalogue(wanted.catalogue());
  }

  private String word() {
    return needs instanceof Needs.AnyOf
        ? "capabilities"
        : needs instanceof Needs.Nobody
            ? "nobody"
            : needs == Needs.Fixed.NOTHING ? "nothing" : "any token";
  }
}
