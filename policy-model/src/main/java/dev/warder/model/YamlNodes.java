package dev.warder.model;

import dev.warder.model.text.Quoted;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
 * Reads the text of a catalogue file into a {@link Node} tree. YAML's parser gives events with
 * marks; whatever would make a file mean something else than it seems to (an alias, an anchor, a
 * tag) is a problem.
 */
final class YamlNodes {
  private static final int MAX_DEPTH = 16;

  /** Beyond this the rest of a file is not read: the parser's time grows with depth times size. */
  private static final int MAX_SKIPPED_DEPTH = 500;

  private static final class FarTooDeep extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final String source;
  private final Iterator<Event> events;
  private final Problems problems = new Problems();

  private YamlNodes(String source, Iterator<Event> events) {
    this.source = source;
    this.events = events;
  }

  /** Returns the document, or null when there is nothing to go on with; problems say why. */
  static @Nullable Node read(String source, String text, Problems problems) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(source).setCodePointLimit(Integer.MAX_VALUE).build();
    YamlNodes yaml =
        new YamlNodes(source, new Parse(settings).parseReader(reader(text)).iterator());
    try {
      Node document = yaml.document();
      problems.addAll(yaml.problems);
      return document;
    } catch (FarTooDeep e) {
      problems.addAll(yaml.problems);
    } catch (MarkedYamlEngineException e) {
      problems.add(
          yaml.place(e.getProblemMark()),
          "not well-formed YAML: " + Quoted.harmless(e.getProblem()));
    } catch (ReaderException e) {
      problems.add(
          placeOfCodePoint(source, text, e.getPosition()),
          "YAML has no such character: " + Quoted.of(Character.toString(e.getCodePoint())));
    } catch (YamlVersionException e) {
      problems.add(new Place(source, 1, 1), "this is another YAML than 1.2");
    } catch (YamlEngineException e) {
      problems.add(
          new Place(source, 1, 1),
          "not well-formed YAML: " + Quoted.harmless(String.valueOf(e.getMessage())));
    } catch (NumberFormatException e) {
      problems.add(
          placeOfEscape(source, text),
          "not well-formed YAML: an escape names no character; \\x, \\u and \\U take 2, 4 and 8"
              + " hexadecimal digits, up to \\U0010FFFF");
    }
    return null;
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

  private @Nullable Node document() {
    events.next(); // the stream's start
    Event start = events.next();
    if (!(start instanceof DocumentStartEvent documentStart)) {
      problems.add(new Place(source, 1, 1), "the file is empty; a catalogue is expected");
      return null;
    }
    if (!documentStart.getTags().isEmpty()) {
      problems.add(place(start.getStartMark()), "tags are not allowed in a catalogue");
    }
    Node document = node(events.next(), 1);
    events.next(); // the document's end
    Event next = events.next();
    if (next instanceof DocumentStartEvent) {
      problems.add(place(next.getStartMark()), "a second document; a catalogue is one document");
      events.forEachRemaining(event -> {});
    }
    return document;
  }

  private Node node(Event event, int depth) {
    Place place = place(event.getStartMark());
    refuseAnchorAndTag(event, place);
    if (event instanceof ScalarEvent scalar) {
      return new Node.Scalar(place, scalar.getValue());
    }
    if (event instanceof AliasEvent alias) {
      return new Node.Scalar(place, "*" + alias.getAlias().getValue());
    }
    if (depth > MAX_DEPTH) {
      problems.add(place, "more than " + MAX_DEPTH + " levels deep");
      skipToEnd();
      return new Node.Sequence(place, List.of());
    }
    return event.getEventId() == Event.ID.MappingStart
        ? mapping(place, depth)
        : sequence(place, depth);
  }

  private Node sequence(Place place, int depth) {
    List<Node> items = new ArrayList<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.SequenceEnd;
        event = events.next()) {
      items.add(node(event, depth + 1));
    }
    return new Node.Sequence(place, items);
  }

  private Node mapping(Place place, int depth) {
    List<Node.Entry> entries = new ArrayList<>();
    for (Event event = events.next();
        event.getEventId() != Event.ID.MappingEnd;
        event = events.next()) {
      Node key = node(event, depth + 1);
      Node value = node(events.next(), depth + 1);
      if (isMergeKey(event)) {
        problems.add(
            key.place(), "merge keys are not allowed in a catalogue; a name `<<` stands in quotes");
      } else if (key instanceof Node.Scalar scalar) {
        entries.add(new Node.Entry(scalar, value));
      } else {
        problems.add(key.place(), "a key is text, not a list or a map");
      }
    }
    return new Node.Mapping(place, entries);
  }

  private static boolean isMergeKey(Event event) {
    return event instanceof ScalarEvent scalar
        && scalar.isPlain()
        && scalar.getTag().isEmpty()
        && scalar.getValue().equals("<<");
  }

  private void skipToEnd() {
    for (int open = 1; open > 0; ) {
      if (open > MAX_SKIPPED_DEPTH) {
        throw new FarTooDeep();
      }
      switch (events.next().getEventId()) {
        case MappingStart, SequenceStart -> open++;
        case MappingEnd, SequenceEnd -> open--;
        default -> {}
      }
    }
  }

  private void refuseAnchorAndTag(Event event, Place place) {
    if (event instanceof AliasEvent) {
      problems.add(place, "aliases are not allowed in a catalogue: write the value again");
    } else if (((NodeEvent) event).getAnchor().isPresent()) {
      problems.add(place, "anchors are not allowed in a catalogue");
    }
    Optional<String> tag =
        event instanceof ScalarEvent scalar
            ? scalar.getTag()
            : event instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
    if (tag.isPresent()) {
      problems.add(place, "tags are not allowed in a catalogue: every scalar is text");
    }
  }

  private Place place(Optional<Mark> mark) {
    return mark.map(m -> new Place(source, m.getLine() + 1, m.getColumn() + 1))
        .orElseGet(() -> new Place(source, 1, 1));
  }

  /** Finds the escape that the parser fails on by no exception of its own. */
  private static Place placeOfEscape(String source, String text) {
    int index = text.indexOf('\\');
    while (index >= 0 && !isUnreadableEscape(text, index)) {
      index = text.indexOf('\\', index + 1);
    }
    int place = index < 0 ? text.length() : index;
    return placeOfCodePoint(source, text, text.codePointCount(0, place));
  }

  /** Returns whether no digits are left for an escape, or they are more than an int holds. */
  private static boolean isUnreadableEscape(String text, int index) {
    boolean isAtEnd = index + 2 >= text.length();
    return isAtEnd
        || (text.charAt(index + 1) == 'U' && Character.digit(text.charAt(index + 2), 16) >= 8);
  }

  private static Place placeOfCodePoint(String source, String text, int position) {
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
