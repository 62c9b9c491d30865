package dev.warder.analysis.reference;

import dev.warder.model.text.Quoted;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of a catalogue in a language of markup. Characters that cannot be seen are written as
 * {@link Quoted} does.
 */
interface Markup {
  /** What stands between two single backticks, without spaces at its ends. */
  Pattern CODE = Pattern.compile("(?<!`)`([^`\\s](?:[^`]*[^`\\s])?)`(?!`)");

  /** Returns a text, escaped. */
  String text(String text);

  /** Returns a name, raw string or path, escaped and set as code. */
  String code(String code);

  /** Returns markup that stands out. */
  String strong(String markup);

  /** Returns a sentence, escaped. What stands between two backticks is set as code. */
  default String prose(String sentence) {
    StringBuilder markup = new StringBuilder();
    int from = 0;
    for (Matcher code = CODE.matcher(sentence); code.find(); from = code.end()) {
      markup.append(text(sentence.substring(from, code.start()))).append(code(code.group(1)));
    }
    return markup.append(text(sentence.substring(from))).toString();
  }
}
