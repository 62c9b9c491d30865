package dev.warder.analysis.lint;

import static dev.warder.analysis.lint.WarningKind.CROSSED_LABEL;

import com.google.common.base.Ascii;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Finds labels whose words are those of another capability's raw string. */
final class CrossedLabels {
  private CrossedLabels() {}

  static void add(Catalogue catalogue, Findings findings) {
    Map<Set<String>, Capability> byRawWords = new HashMap<>();
    for (Capability capability : catalogue.capabilities()) {
      byRawWords.putIfAbsent(words(capability.raw()), capability);
    }
    for (Capability capability : catalogue.capabilities()) {
      Set<String> label = words(capability.label());
      Capability other = byRawWords.get(label);
      if (other != null && !label.isEmpty() && !words(capability.raw()).containsAll(label)) {
        findings.add(
            CROSSED_LABEL,
            capability.raw(),
            "its label `"
                + capability.label()
                + "` has the words of `"
                + other.raw()
                + "`, which is labelled `"
                + other.label()
                + "`");
      }
    }
  }

  /** Returns the runs of letters, digits and non-ASCII characters, ASCII letters in lower case. */
  static Set<String> words(String text) {
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
