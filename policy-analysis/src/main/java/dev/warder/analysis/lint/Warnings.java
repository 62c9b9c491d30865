package dev.warder.analysis.lint;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import dev.warder.model.Acceptance;
import dev.warder.model.yaml.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The warnings found so far: of a kind about a subject the first. */
final class Warnings {
  private record Key(String kind, String subject) {}

  private final Map<Key, Warning> found = new LinkedHashMap<>();
  private final Map<Key, Acceptance> accepted = new LinkedHashMap<>();
  private final Nearest nearest = new Nearest();

  Warnings(List<Acceptance> accepted) {
    accepted.forEach(
        acceptance ->
            this.accepted.put(new Key(acceptance.warning(), acceptance.at()), acceptance));
  }

  void add(WarningKind kind, String subject, String message) {
    Key key = new Key(kind.code(), subject);
    found.putIfAbsent(key, new Warning(kind, subject, message, accepted.get(key)));
  }

  /** Returns the warnings by kind, and at the end the acceptances of none. */
  List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>();
    for (WarningKind kind : WarningKind.values()) {
      found.values().stream().filter(warning -> warning.kind() == kind).forEach(warnings::add);
    }
    ListMultimap<String, String> subjects = ArrayListMultimap.create();
    found.keySet().forEach(key -> subjects.put(key.kind(), key.subject()));
    accepted.keySet().stream()
        .filter(key -> !found.containsKey(key))
        .map(
            key ->
                new Warning(
                    WarningKind.UNUSED_ACCEPTANCE,
                    key.kind() + " " + key.subject(),
                    unused(key, subjects),
                    null))
        .forEach(warnings::add);
    return warnings;
  }

  private String unused(Key key, ListMultimap<String, String> subjects) {
    if (key.kind().equals(WarningKind.UNUSED_ACCEPTANCE.code())) {
      return "this kind of warning cannot be accepted; remove what accepts nothing instead";
    }
    if (WarningKind.of(key.kind()).isEmpty()) {
      List<String> kinds = Stream.of(WarningKind.values()).map(WarningKind::code).toList();
      return "there is no kind of warning `%s`%s".formatted(key.kind(), near(key.kind(), kinds));
    }
    return "there is no `%s` at `%s`%s"
        .formatted(key.kind(), key.subject(), near(key.subject(), subjects.get(key.kind())));
  }

  private String near(String text, List<String> names) {
    return nearest.hint(text, names).orElse("");
  }
}
