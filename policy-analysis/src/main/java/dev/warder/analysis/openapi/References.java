package dev.warder.analysis.openapi;

import dev.warder.analysis.document.Findings;
import dev.warder.analysis.document.Part;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts in the place of each {@code $ref} of a document what it leads to. One that leads out of the
 * document, to nothing, or to itself is a problem: what is not read never counts as absent.
 */
final class References {
  private static final int MAX_IN_A_ROW = 16;
  private static final int MAX_LEVELS = 256;

  /** So many values may references add, each counted as often as it is referred to. */
  private static final int MAX_ADDED = 1_000_000;

  /** Where a reference leads, and as what that is read. */
  record Target(Pointer pointer, Section section) {}

  /** What stands at a target, with what its own references lead to; null where that is unknown. */
  private record Found(@Nullable Part part, long values) {}

  private final Part root;
  private final Findings findings;
  private final Map<Target, Found> found = new LinkedHashMap<>();
  private final Deque<Target> following = new ArrayDeque<>();
  private final Deque<String> way = new ArrayDeque<>();
  private final Set<Place> refused = new HashSet<>();
  private long values;
  private long added;

  References(Part root, Findings findings) {
    this.root = root;
    this.findings = findings;
  }

  /** Returns the document without references. */
  Part followed() {
    Part followed = followed(root, Section.ROOT);
    return followed == null ? root : followed;
  }

  /** Returns where the references lead that were followed. */
  Set<Target> targets() {
    return found.keySet();
  }

  private @Nullable Part followed(Part part, Section section) {
    values++;
    if (section == Section.AS_WRITTEN || part instanceof Part.Text) {
      return part;
    }
    if (way.size() == MAX_LEVELS) {
      return refuse(part.place(), "is more than " + MAX_LEVELS + " levels deep");
    }
    if (part instanceof Part.Items items) {
      return items(items, section);
    }
    Part.Members members = (Part.Members) part;
    Part reference = section == Section.ROOT ? null : members.get(Section.REFERENCE);
    return reference == null ? members(members, section) : target(members, reference, section);
  }

  private Part items(Part.Items items, Section section) {
    List<Part> followed = new ArrayList<>();
    for (int i = 0; i < items.items().size(); i++) {
      Part item = below(Integer.toString(i), items.items().get(i), section);
      if (item != null) {
        followed.add(item);
      }
    }
    return new Part.Items(items.place(), followed);
  }

  private Part.Members members(Part.Members members, Section section) {
    Map<String, Part.Member> followed = new LinkedHashMap<>();
    members
        .members()
        .forEach(
            (name, member) -> {
              Section of = section.of(name);
              Part value = of == null ? null : below(name, member.value(), of);
              if (value != null) {
                followed.put(name, new Part.Member(member.place(), value));
              }
            });
    return new Part.Members(members.place(), followed);
  }

  private @Nullable Part below(String name, Part part, Section section) {
    way.addLast(name);
    Part followed = followed(part, section);
    way.removeLast();
    return followed;
  }

  private @Nullable Part target(Part.Members from, Part reference, Section section) {
    Place place = reference.place();
    String text = findings.text(reference, Section.REFERENCE);
    if (text == null) {
      return null;
    }
    Pointer pointer = Pointer.of(text);
    String problem = pointer == null ? unreadable(text) : beside(from, section);
    if (pointer == null || problem != null) {
      return refuse(place, String.valueOf(problem));
    }
    Target target = new Target(pointer, section);
    if (following.contains(target)) {
      return refuse(place, "refers to itself: " + Quoted.of(text));
    }
    if (following.size() == MAX_IN_A_ROW) {
      return refuse(place, "is more than " + MAX_IN_A_ROW + " references away from its value");
    }
    Found there = found.get(target);
    if (there == null) {
      there = find(target, text, place);
    } else {
      values += there.values();
    }
    added += there.values();
    return added > MAX_ADDED
        ? refuse(place, "and the references before it add more than " + MAX_ADDED + " values")
        : described(there.part(), from);
  }

  private Found find(Target target, String text, Place place) {
    following.addLast(target);
    long before = values;
    Part part = target.pointer().find(root);
    String problem =
        part == null
            ? "which is not in this document"
            : part instanceof Part.Members members && members.get(Section.REFERENCE) == null
                ? target.section().problemOf(members)
                : null;
    Part followed =
        part == null || problem != null
            ? refuse(place, "refers to " + Quoted.of(text) + ", " + problem)
            : followed(part, target.section());
    following.removeLast();
    Found there = new Found(followed, values - before);
    found.put(target, there);
    return there;
  }

  private static String unreadable(String text) {
    return text.startsWith("#")
        ? "refers to "
            + Quoted.of(text)
            + ", which is no JSON pointer such as `#/components/pathItems/a`"
        : "refers to "
            + Quoted.of(text)
            + ", which is outside this document and is not read: bundle everything into one file"
            + " first, such as with `npx @redocly/cli bundle DOCUMENT -o BUNDLED`";
  }

  /** Returns a problem where a member stands beside a reference that changes what is meant. */
  private static @Nullable String beside(Part.Members from, Section section) {
    for (String name : from.members().keySet()) {
      if (!name.equals(Section.REFERENCE) && !section.isHarmlessBesideAReference(name)) {
        return "has "
            + Quoted.of(name)
            + " beside a reference, which means nothing certain: move it to where the reference"
            + " leads";
      }
    }
    return null;
  }

  /** Returns a part with the summary and the description that stand beside its reference. */
  private static @Nullable Part described(@Nullable Part part, Part.Members from) {
    if (!(part instanceof Part.Members members) || from.members().size() == 1) {
      return part;
    }
    Map<String, Part.Member> described = new LinkedHashMap<>(members.members());
    from.members()
        .forEach(
            (name, member) -> {
              if (Section.isDescription(name)) {
                described.put(name, member);
              }
            });
    return new Part.Members(members.place(), described);
  }

  /** Tells a problem once, and returns null. */
  private @Nullable Part refuse(Place place, String problem) {
    if (refused.add(place)) {
      findings.add(place, Quoted.of(String.join(".", way)) + " " + problem);
    }
    return null;
  }
}
