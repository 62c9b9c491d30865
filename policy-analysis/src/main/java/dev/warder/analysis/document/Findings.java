package dev.warder.analysis.document;

import dev.warder.analysis.InvalidDocument;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Nearest;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a document, and takes values only as what they should be. */
public final class Findings {
  private final Problems problems = new Problems();

  /** Makes one without problems. */
  public Findings() {}

  /** Adds a problem. */
  public void add(Place place, String message) {
    problems.add(place, message);
  }

  /**
   * Ends it when there is any problem.
   *
   * @throws InvalidDocument with all problems
   */
  public void refuseAny() throws InvalidDocument {
    if (!problems.isEmpty()) {
      throw new InvalidDocument(problems.found());
    }
  }

  /** Returns members; none, with a problem, for anything else, and none for null. */
  public Part.Members members(@Nullable Part part, Place otherwise, String what) {
    if (part instanceof Part.Members members) {
      return members;
    }
    if (part != null) {
      add(part.place(), what + ": a map is expected");
    }
    return new Part.Members(part == null ? otherwise : part.place(), Map.of());
  }

  /** Returns members of these names alone; others are problems, as is anything but members. */
  public Part.Members members(Part part, String what, String... names) {
    Part.Members members = members(part, part.place(), what);
    List<String> known = List.of(names);
    members
        .members()
        .forEach(
            (name, member) -> {
              if (!known.contains(name)) {
                String unknown = "unknown member " + Quoted.of(name) + " in " + what;
                add(member.place(), unknown + nearest(name, known));
              }
            });
    return members;
  }

  /** Returns a member's value; null, with a problem, when there is none. */
  public @Nullable Part required(Part.Members members, String what, String name) {
    Part part = members.get(name);
    if (part == null) {
      add(members.place(), what + " has no " + Quoted.of(name));
    }
    return part;
  }

  /** Returns items; none, with a problem, for anything else, and none for null. */
  public List<Part> items(@Nullable Part part, String what) {
    if (part instanceof Part.Items items) {
      return items.items();
    }
    if (part != null) {
      add(part.place(), what + ": a list is expected");
    }
    return List.of();
  }

  /** Returns a text; null, with a problem, for anything else, and null for null. */
  public @Nullable String text(@Nullable Part part, String what) {
    if (part instanceof Part.Text text) {
      return text.text();
    }
    if (part != null) {
      add(part.place(), what + ": text is expected");
    }
    return null;
  }

  /**
   * Returns a text that is a string for certain; the empty text, with a problem, for anything else,
   * and the empty text for null.
   */
  public String string(@Nullable Part part, String what) {
    if (part instanceof Part.Text text && text.quoted()) {
      return text.text();
    }
    if (part != null) {
      add(part.place(), what + ": a string is expected");
    }
    return "";
  }

  /** Returns the strings of a list; the empty text, with a problem, for an item that is none. */
  public List<String> strings(@Nullable Part part, String what) {
    return items(part, what).stream().map(item -> string(item, what)).toList();
  }

  /** Returns texts; those items that are none are left out, with a problem each. */
  public List<String> texts(@Nullable Part part, String what) {
    List<String> texts = new ArrayList<>();
    for (Part item : items(part, what)) {
      String text = text(item, what);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  /** Returns the end of a message: which of the names is nearest, or how many there are. */
  public static String nearest(String name, Collection<String> names) {
    return nearest(new Nearest(), name, names);
  }

  /** Returns the end of a message, as above, of a search that goes on for several messages. */
  public static String nearest(Nearest nearest, String name, Collection<String> names) {
    return nearest
        .search(name, names)
        .map(near -> "; nearest: " + Quoted.of(near))
        .orElse(names.isEmpty() ? "; there is none" : "");
  }
}
