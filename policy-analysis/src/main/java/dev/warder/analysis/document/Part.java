package dev.warder.analysis.document;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.warder.model.yaml.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of a document, with its place. Immutable. */
public sealed interface Part {

  /** Returns where this value begins. */
  Place place();

  /**
   * One text, number or word.
   *
   * @param place where it begins
   * @param text the text, without quotes and escapes
   * @param quoted whether it is a string for certain, and not a number, {@code true} or {@code
   *     null}
   */
  record Text(Place place, String text, boolean quoted) implements Part {
    /** Returns whether this is a word or number written as it stands. */
    public boolean isWord(String word) {
      return !quoted && text.equals(word);
    }
  }

  /**
   * A list.
   *
   * @param place where it begins
   * @param items its items
   */
  record Items(Place place, List<Part> items) implements Part {
    /** Copies the list. */
    public Items {
      items = ImmutableList.copyOf(items);
    }
  }

  /**
   * Names with values, each name once, in the order written.
   *
   * @param place where it begins
   * @param members the members by name
   */
  record Members(Place place, Map<String, Member> members) implements Part {
    /** Copies the map. */
    public Members {
      members = ImmutableMap.copyOf(members);
    }

    /** Returns the value of a member, or null when there is none. */
    public @Nullable Part get(String name) {
      Member member = members.get(name);
      return member == null ? null : member.value();
    }
  }

  /**
   * A value with the place of its name.
   *
   * @param place where the name stands
   * @param value the value
   */
  record Member(Place place, Part value) {}
}
