package dev.warder.analysis.vectors;

import dev.warder.analysis.document.Findings;
import dev.warder.analysis.document.Part;
import dev.warder.model.text.Quoted;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object of a file of vectors; what it has and should not, or should and has not, is told. */
final class Entry {
  private final Part.Members members;
  private final String what;
  private final Findings findings;

  Entry(Part part, String what, Findings findings) {
    this.members = findings.members(part, part.place(), what);
    this.what = what;
    this.findings = findings;
  }

  /** Refuses all members but these. */
  void allow(String... names) {
    List<String> known = List.of(names);
    members
        .members()
        .forEach(
            (name, member) -> {
              if (!known.contains(name)) {
                findings.add(
                    member.place(),
                    "unknown member "
                        + Quoted.of(name)
                        + " in "
                        + what
                        + Findings.nearest(name, known));
              }
            });
  }

  boolean has(String name) {
    return members.get(name) != null;
  }

  @Nullable Part get(String name) {
    return members.get(name);
  }

  @Nullable Part required(String name) {
    Part part = members.get(name);
    if (part == null) {
      findings.add(members.place(), what + " has no " + Quoted.of(name));
    }
    return part;
  }

  /** Returns a string; an empty one, with a problem, when there is none. */
  String requiredText(String name) {
    Part part = required(name);
    return part == null ? "" : findings.string(part, name);
  }

  /** Returns a string, or null when there is no such member. */
  @Nullable String text(String name) {
    Part part = members.get(name);
    return part == null ? null : findings.string(part, name);
  }

  List<String> texts(Part part, String name) {
    List<String> texts = new ArrayList<>();
    findings.items(part, name).forEach(item -> texts.add(findings.string(item, name)));
    return texts;
  }

  void requireNumber(String name, String number) {
    Part part = required(name);
    if (part != null && !(part instanceof Part.Text text && text.is(number))) {
      findings.add(part.place(), name + ": " + number + " is expected");
    }
  }

  String requiredNumber(String name) {
    Part part = required(name);
    if (part instanceof Part.Text text
        && !text.quoted()
        && text.text().chars().allMatch(c -> c >= '0' && c <= '9')) {
      return text.text();
    }
    if (part != null) {
      findings.add(part.place(), name + ": a whole number is expected");
    }
    return "0";
  }

  /** Returns whether a member says true; anything but true and false is a problem. */
  boolean isTrue(String name) {
    Part part = members.get(name);
    boolean isTrue = part instanceof Part.Text text && text.is("true");
    if (part != null && !isTrue && !(part instanceof Part.Text text && text.is("false"))) {
      findings.add(part.place(), name + ": true or false is expected");
    }
    return isTrue;
  }
}
