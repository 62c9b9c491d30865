package dev.warder.engine;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;

/** The methods of a catalogue, numbered. */
final class Methods {
  /** Not among the methods of the catalogue. */
  static final int OTHER = -1;

  private static final String NO_LETTERS_OR_DIGITS = "!#$%&'*+-.^_`|~";

  private final ImmutableMap<String, Integer> numbers;

  Methods(Collection<String> methods) {
    ImmutableMap.Builder<String, Integer> byName = ImmutableMap.builder();
    int number = 0;
    for (String method : ImmutableSet.copyOf(methods)) {
      byName.put(method, number++);
    }
    this.numbers = byName.buildOrThrow();
  }

  int size() {
    return numbers.size();
  }

  /** Returns the number of a method, or {@link #OTHER}. */
  int number(String method) {
    Integer number = numbers.get(method);
    return number == null ? OTHER : number;
  }

  /** Returns whether a method is a token: RFC 9110, section 5.6.2. */
  static boolean isToken(String method) {
    for (int i = 0; i < method.length(); i++) {
      char c = method.charAt(i);
      boolean letterOrDigit =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letterOrDigit && NO_LETTERS_OR_DIGITS.indexOf(c) < 0) {
        return false;
      }
    }
    return !method.isEmpty();
  }
}
