package dev.warder.model.yaml;

import dev.warder.model.text.Quoted;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;

/**
 * The documents of a text in YAML 1.2. Nothing is composed, so an alias is never followed and costs
 * nothing.
 */
public final class YamlTokens implements SyntaxTokens {
  /** The parser would pass over this at the beginning, and the reader of the file left out one. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final String MALFORMED = "not well-formed YAML: ";

  private final String source;
  private final String text;
  private final Iterator<Event> events;
  private @Nullable Event event;

  /**
   * Makes one at the begin of a text.
   *
   * @param source what places call the text, such as a file's name
   */
  public YamlTokens(String source, String text) {
    this.source = source;
    this.text = text;
    LoadSettings settings =
        LoadSettings.builder().setLabel(source).setCodePointLimit(Integer.MAX_VALUE).build();
    this.events = new Parse(settings).parseReader(reader(text)).iterator();
  }

  /**
   * Returns a reader that leaves the last place of a buffer free: the parser puts the second half
   * of a surrogate pair there, and fails on a full buffer that ends with the first half.
   */
  private static Reader reader(String text) {
    return new StringReader(text) {
      @Override
      public int read(char[] buffer, int offset, int length) throws IOException {
        return super.read(buffer, offset, Math.max(1, length - 1));
      }
    };
  }

  @Override
  public Kind next() throws MalformedText {
    if (event == null && text.startsWith(BYTE_ORDER_MARK)) {
      throw new MalformedText(
          new Place(source, 1, 1), "a second byte order mark; leave one of the two out");
    }
    try {
      while (events.hasNext()) {
        event = events.next();
        Kind kind = kind(event.getEventId());
        if (kind != null) {
          return kind;
        }
      }
      return Kind.FINISH;
    } catch (MarkedYamlEngineException e) {
      throw new MalformedText(
          place(e.getProblemMark()),
          MALFORMED + Quoted.harmless(e.getProblem()) + hint(e.getProblemMark()));
    } catch (ReaderException e) {
      throw new MalformedText(
          placeOfCodePoint(e.getPosition()),
          "YAML has no such character: " + Quoted.of(Character.toString(e.getCodePoint())));
    } catch (YamlVersionException e) {
      throw new MalformedText(new Place(source, 1, 1), "this is another YAML than 1.2");
    } catch (YamlEngineException e) {
      throw new MalformedText(place(), MALFORMED + Quoted.harmless(String.valueOf(e.getMessage())));
    } catch (NumberFormatException e) {
      throw new MalformedText(
          placeOfEscape(),
          MALFORMED
              + "an escape names no character; \\x, \\u and \\U take 2, 4 and 8"
              + " hexadecimal digits, up to \\U0010FFFF");
    }
  }

  /** Returns the end of a message, where a brace stands in text without quotes. */
  private String hint(Optional<Mark> mark) {
    if (mark.isEmpty() || mark.get().getIndex() < 1) {
      return "";
    }
    int[] all = text.codePoints().limit(mark.get().getIndex() + 1L).toArray();
    boolean isBrace = all.length > mark.get().getIndex() && all[all.length - 1] == '{';
    boolean isInText = isBrace && " \t\n\r,[{:".indexOf(all[all.length - 2]) < 0;
    return isInText ? "; put text with braces in quotes, such as \"/notes/{id}\"" : "";
  }

  /** Returns null for what is no part of a document's content. */
  private static @Nullable Kind kind(Event.ID id) {
    return switch (id) {
      case DocumentStart -> Kind.DOCUMENT;
      case MappingStart -> Kind.MEMBERS;
      case SequenceStart -> Kind.ITEMS;
      case MappingEnd, SequenceEnd -> Kind.END;
      case Scalar -> Kind.TEXT;
      case Alias -> Kind.ALIAS;
      default -> null;
    };
  }

  @Override
  public Place place() {
    return place(event == null ? Optional.empty() : event.getStartMark());
  }

  private Place place(Optional<Mark> mark) {
    return mark.map(m -> new Place(source, m.getLine() + 1, m.getColumn() + 1))
        .orElseGet(() -> new Place(source, 1, 1));
  }

  /** Returns the text of a {@code TEXT}, or an alias with its asterisk. */
  @Override
  public String text() {
    return event instanceof AliasEvent alias
        ? "*" + alias.getAlias().getValue()
        : event instanceof ScalarEvent scalar ? scalar.getValue() : "";
  }

  @Override
  public boolean isQuoted() {
    return event instanceof ScalarEvent scalar && !scalar.isPlain();
  }

  /** Returns whether this is a merge key where a name stands: a plain {@code <<}. */
  boolean isMergeKey() {
    return event instanceof ScalarEvent scalar
        && scalar.isPlain()
        && scalar.getTag().isEmpty()
        && scalar.getValue().equals("<<");
  }

  /** Returns whether others may refer to this token. */
  boolean isAnchored() {
    return event instanceof NodeEvent node
        && !(event instanceof AliasEvent)
        && node.getAnchor().isPresent();
  }

  /** Returns whether a tag says what this token is, or a document says what tags mean. */
  boolean isTagged() {
    return event instanceof ScalarEvent scalar
        ? scalar.getTag().isPresent()
        : event instanceof CollectionStartEvent start
            ? start.getTag().isPresent()
            : event instanceof DocumentStartEvent document && !document.getTags().isEmpty();
  }

  /** Finds the escape that the parser fails on by no exception of its own. */
  private Place placeOfEscape() {
    int index = text.indexOf('\\');
    while (index >= 0 && !isUnreadableEscape(text, index)) {
      index = text.indexOf('\\', index + 1);
    }
    int place = index < 0 ? text.length() : index;
    return placeOfCodePoint(text.codePointCount(0, place));
  }

  /** Returns whether no digits are left for an escape, or they are more than an int holds. */
  private static boolean isUnreadableEscape(String text, int index) {
    boolean isAtEnd = index + 2 >= text.length();
    return isAtEnd
        || (text.charAt(index + 1) == 'U' && Character.digit(text.charAt(index + 2), 16) >= 8);
  }

  private Place placeOfCodePoint(int position) {
    int line = 1;
    int column = 1;
    int index = 0;
    for (int i = 0; i < position && index < text.length(); i++) {
      int c = text.codePointAt(index);
      index += Character.charCount(c);
      column = c == '\n' ? 1 : column + 1;
      line += c == '\n' ? 1 : 0;
    }
    return new Place(source, line, column);
  }
}
