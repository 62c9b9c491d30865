package dev.warder.model;

import com.google.common.collect.ImmutableList;
import dev.warder.model.text.Lexis;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Fields;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the accepted warnings of a catalogue file. */
final class AcceptanceSection {
  private record Subject(String warning, String at) {}

  private final Values values;
  private final Map<Subject, Place> accepted = new HashMap<>();

  AcceptanceSection(Values values) {
    this.values = values;
  }

  List<Acceptance> acceptances(@Nullable Node list) {
    ImmutableList.Builder<Acceptance> acceptances = ImmutableList.builder();
    for (Node item : values.items(list)) {
      Fields fields =
          new Fields(values, "an acceptance", item.place(), item, "warning", "at", "reason");
      String warning = fields.required("warning", Lexis.NAME);
      String at = fields.required("at", Lexis.TEXT);
      String reason = fields.required("reason", Lexis.TEXT);
      if (warning != null && at != null) {
        refuseSecond(item.place(), new Subject(warning, at));
      }
      if (warning != null && at != null && reason != null) {
        acceptances.add(new Acceptance(warning, at, reason));
      }
    }
    return acceptances.build();
  }

  private void refuseSecond(Place place, Subject subject) {
    Place earlier = accepted.putIfAbsent(subject, place);
    if (earlier != null) {
      values.refuse(
          place,
          "%s at %s is accepted already: %s"
              .formatted(Quoted.of(subject.warning()), Quoted.of(subject.at()), earlier));
    }
  }
}
