package dev.warder.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.stream.IntStream;

/**
 * The methods of a catalogue, numbered; a hash table of its own, since it is asked each time. Its
 * hash function is chosen so that where possible no two methods meet.
 */
final class Methods {
  /** Not among the methods of the catalogue. */
  static final int OTHER = -1;

  private static final String NO_LETTERS_OR_DIGITS = "!#$%&'*+-.^_`|~";

  private static final int FACTORS = 64;

  private final ImmutableList<String> methods;
  private final int size;
  private final int factor;
  private final String[] slots;
  private final int[] numbers;

  Methods(Collection<String> methods) {
    this.methods = ImmutableSet.copyOf(methods).asList();
    this.size = this.methods.size();
    this.slots = new String[8 * Integer.highestOneBit(this.methods.size() + 1)];
    this.numbers = new int[slots.length];
    this.factor = IntStream.range(1, FACTORS).filter(this::keepsApart).findFirst().orElse(1);
    for (String method : this.methods) {
      int slot = firstSlot(method, factor);
      while (slots[slot] != null) {
        slot = nextSlot(slot);
      }
      slots[slot] = method;
      numbers[slot] = this.methods.indexOf(method);
    }
  }

  private boolean keepsApart(int factor) {
    return methods.stream().mapToInt(m -> firstSlot(m, factor)).distinct().count()
        == methods.size();
  }

  int size() {
    return size;
  }

  /** Returns the number of a method, or {@link #OTHER}. */
  int number(String method) {
    if (method.isEmpty()) {
      return OTHER;
    }
    for (int slot = firstSlot(method, factor); slots[slot] != null; slot = nextSlot(slot)) {
      if (slots[slot].equals(method)) {
        return numbers[slot];
      }
    }
    return OTHER;
  }

  private int firstSlot(String method, int factor) {
    int last = method.length() - 1;
    return (method.charAt(0) + factor * method.charAt(last) + last) & (slots.length - 1);
  }

  private int nextSlot(int slot) {
    return (slot + 1) & (slots.length - 1);
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
