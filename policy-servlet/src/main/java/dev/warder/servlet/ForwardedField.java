package dev.warder.servlet;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The field by which a proxy names the client: set the one that your proxy writes. */
public enum ForwardedField {
  /** A list of addresses, with commas between. */
  X_FORWARDED_FOR("X-Forwarded-For") {
    @Override
    List<String> hops(String value) {
      return List.of(value.split(",", -1));
    }
  },

  /** RFC 7239: a list of elements, each with the parameter {@code for}. */
  FORWARDED("Forwarded") {
    @Override
    List<String> hops(String value) {
      List<String> hops = new ArrayList<>();
      for (String element : split(value, ',')) {
        hops.add(nodeOf(element));
      }
      return hops;
    }
  };

  private final String field;

  ForwardedField(String field) {
    this.field = field;
  }

  /** Returns the field's name. */
  String field() {
    return field;
  }

  /**
   * Returns what stands for each hop, the client's end first; what cannot be read is no address.
   */
  abstract List<String> hops(String value);

  private static String nodeOf(String element) {
    String node = "";
    int found = 0;
    for (String pair : split(element, ';')) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? "" : pair.substring(0, equals).strip();
      if (name.toLowerCase(Locale.ROOT).equals("for")) {
        node = unquoted(pair.substring(equals + 1).strip());
        found++;
      }
    }
    return found == 1 ? node : "";
  }

  private static String unquoted(String value) {
    boolean isQuoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
    return isQuoted ? value.substring(1, value.length() - 1) : value;
  }

  /**
   * Splits where a character stands outside of quotes, read from the right: a quote that a client
   * did not end spans nothing of what a proxy added behind.
   */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean isQuoted = false;
    int end = text.length();
    for (int i = end - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c == '"' && !isEscaped(text, i)) {
        isQuoted = !isQuoted;
      } else if (c == separator && !isQuoted) {
        parts.add(text.substring(i + 1, end));
        end = i;
      }
    }
    parts.add(text.substring(0, end));
    return Lists.reverse(parts);
  }

  /** Returns whether an odd number of backslashes stands before a place. */
  private static boolean isEscaped(String text, int place) {
    int first = place;
    while (first > 0 && text.charAt(first - 1) == '\\') {
      first--;
    }
    return (place - first) % 2 == 1;
  }
}
