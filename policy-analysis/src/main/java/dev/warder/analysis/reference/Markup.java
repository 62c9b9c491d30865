package dev.warder.analysis.reference;

import dev.warder.model.text.Quoted;

/**
 * Texts of a catalogue in a language of markup. Characters that cannot be seen are written as
 * {@link Quoted} does.
 */
interface Markup {

  /** Returns a text, escaped. */
  String text(String text);

  /** Returns a name, raw string or path, escaped and set as code. */
  String code(String code);

  /** Returns markup that stands out. */
  String strong(String markup);
}
