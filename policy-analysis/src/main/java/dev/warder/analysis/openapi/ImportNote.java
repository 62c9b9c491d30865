package dev.warder.analysis.openapi;

import com.google.common.base.Ascii;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Place;

/**
 * Something that an import did not take over as it stands, or could not say.
 *
 * @param kind what was done instead
 * @param place where it stands in the document
 * @param subject what it is about as the document says it, such as {@code GET /apps/{id}}
 * @param why why it was done, in words; control characters are escaped
 */
public record ImportNote(Kind kind, Place place, String subject, String why) {

  /** What was done. */
  public enum Kind {
    /** The operation is not in the catalogue, which cannot express it. */
    OMITTED_OPERATION,
    /** The scope is not in the catalogue, which cannot express it. */
    OMITTED_SCOPE,
    /** The operation is unmapped: nobody is allowed. */
    UNMAPPED_OPERATION,
    /** An alternative is left out; the operation has others. */
    DROPPED_ALTERNATIVE;

    /** Returns the kind in words. */
    @Override
    public String toString() {
      return Ascii.toLowerCase(name().replace('_', ' '));
    }
  }

  /** Returns all of it: {@code api.yaml:3:5: unmapped operation `GET /me`: …}. */
  @Override
  public String toString() {
    return place + ": " + kind + " " + Quoted.of(subject) + ": " + why;
  }
}
