package dev.warder.cli.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The values that differ in each run. A page names each of them by the value of the run that its
 * author made, and keeps to this name.
 */
final class Differing {
  /** Ids of tokens and keys, heads, and MACs. */
  private static final Pattern RANDOM =
      Pattern.compile(
          "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}:\\d+:[0-9a-f]{64}"
              + "|(?<![\\w-])([\\w-]{43}|[\\w-]{22}|[0-9a-f]{32})(?![\\w-])");

  /** The page's name for each value of this run. */
  private final Map<String, String> names = new HashMap<>();

  /** Returns an output of this run with the names that the page shows, each for one value. */
  String asShown(String shown, String output) {
    List<String> before = RANDOM.matcher(shown).results().map(MatchResult::group).toList();
    List<String> now = RANDOM.matcher(output).results().map(MatchResult::group).toList();
    String text = output;
    for (int i = 0; i < now.size(); i++) {
      String actual = now.get(i);
      String name = before.size() == now.size() ? before.get(i) : actual;
      names.putIfAbsent(actual, names.containsValue(name) ? actual : name);
      text = text.replace(actual, String.valueOf(names.get(actual)));
    }
    return text;
  }

  /** Returns a command of the page with the values of this run. */
  String asRun(String command) {
    String known = command;
    for (Map.Entry<String, String> entry : names.entrySet()) {
      known = known.replace(entry.getValue(), entry.getKey());
    }
    return known;
  }

  /** Returns a text with one word for each time, as the clock of the machine goes on. */
  static String withoutTimes(String text) {
    return text.replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z", "TIME")
        .replaceAll("(\"last_used_at\"|\"lastUsedAt\"):(null|\"TIME\")", "$1:USE")
        .replaceAll("(?m)^  last used: +TIME\n", "");
  }
}
