package dev.warder.cli.page;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words that mean something of their own here, each with its anchor in the specification. The
 * specification explains more words; these are the ones that readers know otherwise, or not at all.
 */
final class Glossary {
  private static final String ANCHOR = "word-";

  /** What stands before a word of Unicode that is a word of the glossary too: "mark". */
  private static final String OTHER_MEANING = "byte order |ombining ";

  private static final String TITLE = "1. Words";

  private final Path place;
  private final Map<String, Pattern> words = new LinkedHashMap<>();

  private Glossary(Path place) {
    this.place = place;
  }

  /**
   * Reads which of the words a page explains: those that have an anchor {@code word-NAME} there.
   */
  static Glossary read(Path place, Set<String> names) throws IOException {
    Glossary glossary = new Glossary(place.toAbsolutePath().normalize());
    Set<String> anchors = DocPage.read(place).anchors();
    for (String name : names) {
      String anchor = ANCHOR + name.replace(' ', '-');
      if (!anchors.contains(anchor)) {
        throw new IllegalArgumentException(place + " does not explain '" + name + "'");
      }
      glossary.words.put(anchor, uses(name));
    }
    return glossary;
  }

  private static Pattern uses(String word) {
    String first = word.substring(0, 1);
    return Pattern.compile(
        "(?<!"
            + OTHER_MEANING
            + ")\\b["
            + first
            + first.toUpperCase(Locale.ROOT)
            + "]"
            + word.substring(1)
            + "s?\\b");
  }

  /** Returns how each word is recognized in a text, by its anchor. */
  Map<String, Pattern> words() {
    return words;
  }

  /** Tells whether a link leads to a word, or to a longer one with it, such as "pinned head". */
  boolean isLink(@Nullable String link, String anchor) {
    return link != null
        && link.contains("#" + ANCHOR)
        && link.endsWith(anchor.substring(ANCHOR.length()));
  }

  /** Tells whether a page is the one that defines the words. */
  boolean isOn(DocPage page) {
    return page.path().toAbsolutePath().normalize().equals(place);
  }

  /** Tells whether a section of that page is the glossary itself, or stands before it. */
  boolean isDefinedIn(DocPage.Section section) {
    return section.title().isEmpty() || section.title().equals(TITLE);
  }
}
