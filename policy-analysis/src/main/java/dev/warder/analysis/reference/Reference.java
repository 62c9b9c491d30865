package dev.warder.analysis.reference;

import static java.util.Objects.requireNonNull;

import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Catalogue;

/**
 * The reference of a catalogue: every capability with the operations and commands that it is for,
 * every operation with what it requires, every command with what is documented and what it really
 * needs. Equal catalogues have equal references, byte for byte; each rendering names the
 * catalogue's fingerprint. Immutable, and safe for use by any number of threads.
 *
 * <p>The reference lists the needs of a command call by call, so alternatives are never multiplied
 * out and the time taken grows with the size of the catalogue alone. Texts of the catalogue are
 * shown as they are: what looks like markup in them is escaped.
 */
public final class Reference {
  private final Catalogue catalogue;
  private final Entries entries;

  private Reference(Catalogue catalogue) throws TooMuchWork {
    this.catalogue = requireNonNull(catalogue);
    this.entries = Entries.of(catalogue);
  }

  /**
   * Returns the reference of a catalogue.
   *
   * @throws TooMuchWork when it has commands with so many calls and alternatives that to compare
   *     them takes too long
   */
  public static Reference of(Catalogue catalogue) throws TooMuchWork {
    return new Reference(catalogue);
  }

  /** Returns the reference as a page of Markdown with the tables of GitHub's dialect. */
  public String markdown() {
    return new MarkdownPage(catalogue, entries).render();
  }

  /**
   * Returns the reference as one HTML page that loads nothing, not even from beside it. People can
   * read it without scripts. With scripts they can search it and build a token: the page answers
   * which capabilities some operations and commands need at least, and what some capabilities
   * allow. The page's address keeps what they choose.
   */
  public String html() {
    return new HtmlPage(catalogue, entries).render();
  }

  /**
   * Returns the reference as one JSON object on one line, in ASCII, with {@code <}, {@code >} and
   * {@code &} escaped.
   *
   * <p>Its members are {@code format} (1), {@code catalogue}, {@code version}, {@code title},
   * {@code documentation} where there is one, {@code fingerprint}, and the lists {@code
   * capabilities}, {@code operations} and {@code commands}, all in catalogue order. A requirement
   * is {@code "public"}, {@code "any token"}, {@code "unmapped"}, or a list of alternatives, each a
   * list of raw strings. A call is an operation's id or {@code {"unspecified": text}}.
   *
   * <ul>
   *   <li>A capability has {@code capability} (the raw string), {@code label}, {@code category} (as
   *       a dashboard shows it), {@code access}, {@code implies} and {@code escalates} where the
   *       catalogue gives them; {@code operations}, a list of {@code operation} and {@code
   *       together} (whether the capability is not enough for it alone); and {@code commands}, a
   *       list of {@code command}, {@code together}, and {@code when}, the conditions in which it
   *       is needed, absent where it always is.
   *   <li>An operation has {@code operation} (its id), {@code method}, {@code path}, {@code
   *       summary}, {@code requires}, {@code preferred} (an alternative) where one is marked,
   *       {@code account} (the parameter, {@code "from-request"} or {@code "not-checked"}) and
   *       {@code owner} ({@code {kind: parameter}}, of one kind or several) where the catalogue has
   *       them, and {@code documentation} where there is one.
   *   <li>A command has {@code command} (its name), {@code aliases}, {@code former}, {@code calls},
   *       {@code needs}, {@code when} (a list of {@code name}, {@code condition}, {@code calls} and
   *       the further {@code needs}), {@code documented} (a requirement) where the catalogue says,
   *       and {@code differences}: for each documented alternative its {@code alternative}, the
   *       {@code missing} needs, whether it {@code understates} (something is missing), and {@code
   *       superfluous}, what no call needs of it.
   *   <li>Needs are {@code token} (whether a token is needed at all), {@code all} (capabilities
   *       that are all needed), {@code oneOf} (a list of choices, of each of which one alternative
   *       is needed as well), and {@code unmapped} (calls that nobody is allowed to make).
   * </ul>
   */
  public String json() {
    return new JsonDocument(catalogue, entries).render();
  }
}
