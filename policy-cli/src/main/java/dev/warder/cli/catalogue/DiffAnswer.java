package dev.warder.cli.catalogue;

import com.google.common.base.Ascii;
import dev.warder.analysis.diff.CatalogueChange;
import dev.warder.analysis.diff.CatalogueDiff;
import dev.warder.analysis.diff.Example;
import dev.warder.cli.text.Console;
import dev.warder.cli.text.JsonObject;
import dev.warder.cli.text.NamedRows;
import dev.warder.cli.text.Shown;
import dev.warder.cli.text.Style;

/** What changed between two catalogues, put to people and to programs. */
record DiffAnswer(CatalogueDiff diff) {

  void print(Console console) {
    for (CatalogueChange change : diff.changes()) {
      print(change, console);
    }
    console.println(verdict(console));
    new NamedRows().add("older", diff.older()).add("newer", diff.newer()).print(console);
  }

  private String verdict(Console console) {
    if (diff.isBreaking()) {
      return console.styled(Style.BAD, "BREAKING")
          + (diff.isWidening() ? " and " + console.styled(Style.DOUBTFUL, "WIDENING") : "");
    }
    return diff.isWidening()
        ? console.styled(Style.DOUBTFUL, "WIDENING")
        : console.styled(Style.GOOD, diff.changes().isEmpty() ? "EQUAL" : "NOTHING GAINED OR LOST");
  }

  private static void print(CatalogueChange change, Console console) {
    console.println(
        word(change.kind())
            + " "
            + word(change.sort())
            + " "
            + console.styled(Style.STRONG, Shown.whole(change.name())));
    NamedRows rows = new NamedRows();
    for (CatalogueChange.Value value : change.values()) {
      rows.add(value.name(), shown(change.kind(), value));
    }
    rows.add("lost", change.loss());
    rows.add("gained", change.gain());
    rows.print(console);
    console.println("");
  }

  private static String shown(CatalogueChange.Kind kind, CatalogueChange.Value value) {
    return switch (kind) {
      case ADDED -> value.after().orElse("");
      case REMOVED -> value.before().orElse("");
      case CHANGED -> value.before().orElse("(none)") + " -> " + value.after().orElse("(none)");
    };
  }

  private static String word(Enum<?> value) {
    return Ascii.toLowerCase(value.name());
  }

  void write(JsonObject json) {
    json.put("breaking", diff.isBreaking());
    json.put("widening", diff.isWidening());
    json.putObjects("changes", diff.changes(), DiffAnswer::write);
    json.putObject("older", older -> older.putCatalogue(diff.older()));
    json.putObject("newer", newer -> newer.putCatalogue(diff.newer()));
  }

  private static void write(JsonObject json, CatalogueChange change) {
    json.put("sort", word(change.sort()));
    json.put("kind", word(change.kind()));
    json.put("name", change.name());
    json.put("breaking", change.loss().isPresent());
    json.put("widening", change.gain().isPresent());
    json.putObjects(
        "values",
        change.values(),
        (object, value) -> {
          object.put("name", value.name());
          object.putIfPresent("before", value.before());
          object.putIfPresent("after", value.after());
        });
    change.loss().ifPresent(loss -> json.putObject("loss", object -> write(object, loss)));
    change.gain().ifPresent(gain -> json.putObject("gain", object -> write(object, gain)));
  }

  private static void write(JsonObject json, Example example) {
    if (example.isAnonymous()) {
      json.put("anonymous", true);
    } else {
      json.put("capabilities", example.capabilities());
    }
    if (example.question() instanceof Example.Question.Request request) {
      json.put("account", example.isOwnAccount() ? "own" : "other");
      json.put("method", request.method());
      json.put("path", request.path());
    } else if (example.question() instanceof Example.Question.CommandLine line) {
      json.put("command", line.spelling());
      json.putIfPresent("when", line.condition());
    }
  }
}
