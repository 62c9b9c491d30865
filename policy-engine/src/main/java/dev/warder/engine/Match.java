package dev.warder.engine;

import com.google.common.collect.ImmutableList;
import dev.warder.engine.paths.Segments;
import dev.warder.model.AccountCheck;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which operations a method and path ask, for a host that looks owners up in its own time and then
 * calls {@link PolicyEngine#decide(Grant, Match, ResourceOwners)}. Immutable.
 */
public final class Match {
  /** A parameter of a template, and the part of the path that it stands for. Immutable. */
  public static final class Parameter {
    private final String name;
    private final String text;
    private final int start;

    Parameter(String name, String text, int start) {
      this.name = name;
      this.text = text;
      this.start = start;
    }

    /** Returns the parameter's name. */
    public String name() {
      return name;
    }

    /** Returns what the parameter stands for, undecoded; of a spanning one, with slashes. */
    public String text() {
      return text;
    }

    /** Returns where this begins in the path. */
    public int start() {
      return start;
    }

    /** Returns where this ends in the path, exclusive. */
    public int end() {
      return start + text.length();
    }

    /** Returns name, text and place: {@code id=n1 at 10}. */
    @Override
    public String toString() {
      return name + "=" + text + " at " + start;
    }
  }

  /**
   * A resource whose owner must be known to decide.
   *
   * @param kind the resource's kind, as in the catalogue
   * @param id the resource's id
   */
  public record Resource(String kind, String id) {}

  final EngineIdentity madeBy;
  final String path;
  final @Nullable String requestAccount;
  final @Nullable Asked asked;
  private final Optional<Decision> refusal;

  Match(
      EngineIdentity madeBy,
      String path,
      @Nullable String requestAccount,
      @Nullable Asked asked,
      @Nullable Decision refusal) {
    this.madeBy = madeBy;
    this.path = path;
    this.requestAccount = requestAccount;
    this.asked = asked;
    this.refusal = Optional.ofNullable(refusal);
  }

  /**
   * Returns the decision for every grant when there is nothing to ask: malformed, unknown, or
   * another method. Otherwise there is none, and there are operations.
   */
  public Optional<Decision> refusal() {
    return refusal;
  }

  /** Returns the operations asked, all of which must allow, in catalogue order. */
  public List<Operation> operations() {
    return asked == null ? ImmutableList.of() : asked.operations();
  }

  /** Returns the resources whose owners deciding may ask for, each once. */
  public Set<Resource> resources() {
    Set<Resource> resources = new LinkedHashSet<>();
    for (Operation operation : operations()) {
      for (AccountCheck.Owned owned : operation.accountRule().owners()) {
        AccountPlace place = AccountPlace.of(operation, owned.segment());
        int segmentStart = place.segmentStart(path);
        int start = segmentStart + place.before();
        int end = Segments.end(path, segmentStart) - place.after();
        if (!place.hasText() || AccountPlace.isUnreserved(path, start, end)) {
          resources.add(new Resource(owned.kind(), path.substring(start, end)));
        }
      }
    }
    return resources;
  }

  /**
   * Returns the parameters of an operation's template, in the order of the path.
   *
   * @throws IllegalArgumentException when the operation is not one of those asked
   */
  public List<Parameter> parameters(Operation operation) {
    if (!operations().contains(operation)) {
      throw new IllegalArgumentException("not asked: " + operation);
    }
    ImmutableList.Builder<Parameter> parameters = ImmutableList.builder();
    int spanned = Segments.count(path) - operation.template().segments().size() + 1;
    int start = 1;
    for (PathSegment segment : operation.template().segments()) {
      int end = Segments.end(path, start);
      if (segment instanceof PathSegment.Parameter parameter) {
        int from = start + parameter.before().length();
        String text = path.substring(from, end - parameter.after().length());
        parameters.add(new Parameter(parameter.name(), text, from));
      } else if (segment instanceof PathSegment.Span span) {
        for (int i = 1; i < spanned; i++) {
          end = Segments.end(path, end + 1);
        }
        String text = path.substring(start, end - span.after().length());
        parameters.add(new Parameter(span.name(), text, start));
      }
      start = end + 1;
    }
    return parameters.build();
  }

  /** Returns the operations asked, or the refusal. */
  @Override
  public String toString() {
    return refusal.map(Decision::toString).orElse(operations().toString());
  }
}
