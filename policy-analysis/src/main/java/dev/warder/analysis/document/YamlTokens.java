package dev.warder.analysis.document;

import dev.warder.analysis.InvalidDocument;
import dev.warder.model.Place;
import dev.warder.model.Problem;
import dev.warder.model.text.Quoted;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A YAML 1.2 document. Nothing is composed, so an alias is never followed and costs nothing. */
final class YamlTokens implements DocumentTokens {
  private final String source;
  private final Iterator<Event> events;
  private @Nullable Event event;
  private int documents;

  YamlTokens(String source, String text) {
    this.source = source;
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
  public Kind next() throws InvalidDocument {
    try {
      while (events.hasNext()) {
        event = events.next();
        if (event.getEventId() == Event.ID.DocumentStart) {
          refuseSecond();
        }
        Kind kind = kind(event.getEventId());
        if (kind != null) {
          return kind;
        }
      }
      return Kind.FINISH;
    } catch (MarkedYamlEngineException e) {
      throw invalid(place(e.getProblemMark()), "not well-formed YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw invalid(place(), "not well-formed YAML: " + e.getMessage());
    }
  }

  /** Returns null for what is no part of the document's content. */
  private static @Nullable Kind kind(Event.ID id) {
    return switch (id) {
      case MappingStart -> Kind.MEMBERS;
      case SequenceStart -> Kind.ITEMS;
      case MappingEnd, SequenceEnd -> Kind.END;
      case Scalar -> Kind.TEXT;
      case Alias -> Kind.ALIAS;
      default -> null;
    };
  }

  private void refuseSecond() throws InvalidDocument {
    if (++documents > 1) {
      throw invalid(place(), "a second document; one is expected");
    }
  }

  private static InvalidDocument invalid(Place place, String message) {
    return new InvalidDocument(List.of(new Problem(place, Quoted.harmless(message))));
  }

  @Override
  public Place place() {
    return place(event == null ? Optional.empty() : event.getStartMark());
  }

  private Place place(Optional<Mark> mark) {
    return mark.map(m -> new Place(source, m.getLine() + 1, m.getColumn() + 1))
        .orElseGet(() -> new Place(source, 1, 1));
  }

  @Override
  public String text() {
    return event instanceof ScalarEvent scalar ? scalar.getValue() : "";
  }

  @Override
  public boolean isQuoted() {
    return event instanceof ScalarEvent scalar && !scalar.isPlain();
  }
}
