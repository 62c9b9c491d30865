package dev.warder.model;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words of names, by which those that a bare word may mean are found. */
public final class CapabilityWords {
  private CapabilityWords() {}

  /** Returns those that have all the words in raw string and category, or all in the label. */
  static List<Capability> candidates(String text, Collection<Capability> capabilities) {
    Set<String> sought = of(text);
    return sought.isEmpty()
        ? ImmutableList.of()
        : capabilities.stream()
            .filter(
                capability ->
                    of(capability.raw() + " " + capability.category().name()).containsAll(sought)
                        || of(capability.label()).containsAll(sought))
            .collect(ImmutableList.toImmutableList());
  }

  /** Returns the runs of letters, digits and non-ASCII characters, ASCII letters in lower case. */
  public static Set<String> of(String text) {
    Set<String> words = new HashSet<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !isWordCharacter(text.charAt(i))) {
        if (i > start) {
          words.add(Ascii.toLowerCase(text.substring(start, i)));
        }
        start = i + 1;
      }
    }
    return words;
  }

  private static boolean isWordCharacter(char c) {
    return Ascii.isLowerCase(c) || Ascii.isUpperCase(c) || (c >= '0' && c <= '9') || c >= 0x80;
  }
}
