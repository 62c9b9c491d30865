package dev.warder.model;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** What an operation of a {@link CatalogueBuilder} requires. Never empty, and immutable. */
public sealed class Requires {
  /** Everyone passes, with a token or without. */
  public static final Requires PUBLIC = fixed(Requirement.Fixed.PUBLIC);

  /** Every valid token passes, whatever it carries. */
  public static final Requires ANY_TOKEN = fixed(Requirement.Fixed.ANY_TOKEN);

  /** Nobody passes: the provider has not said what the operation needs. */
  public static final Requires UNMAPPED = fixed(Requirement.Fixed.UNMAPPED);

  /** One alternative of several: an {@link All}, or one that is marked as preferred. */
  public sealed interface Alternative {}

  /** Capabilities that are required together: a requirement, or one alternative of several. */
  public static final class All extends Requires implements Alternative {
    private All(List<String> capabilities) {
      super(
          place ->
              list(
                  "all", place, Lists.transform(capabilities, raw -> new Node.Scalar(place, raw))));
    }

    /**
     * Returns these capabilities, marked as the alternative that the smallest addition takes first.
     * The mark changes no decision.
     */
    public Preferred preferred() {
      return new Preferred(this);
    }
  }

  /** The preferred one of several alternatives. A requirement has at most one. */
  public static final class Preferred implements Alternative {
    private final All all;

    private Preferred(All all) {
      this.all = all;
    }
  }

  private final Function<Place, Node> node;

  private Requires(Function<Place, Node> node) {
    this.node = node;
  }

  private static Requires fixed(Requirement.Fixed fixed) {
    return new Requires(place -> new Node.Scalar(place, fixed.toString()));
  }

  /** Requires all of these capabilities: a token with one of several is denied. */
  public static All all(String first, String... others) {
    return all(Lists.asList(first, others));
  }

  /**
   * Requires all of these capabilities: a token with one of several is denied.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static All all(Collection<String> capabilities) {
    checkArgument(!capabilities.isEmpty(), "no capability to require; give at least one");
    return new All(ImmutableList.copyOf(capabilities));
  }

  /** Requires one of these alternatives, whichever a token has. */
  public static Requires any(Alternative first, Alternative... others) {
    return any(Lists.asList(first, others));
  }

  /**
   * Requires one of these alternatives, whichever a token has. At most one of several may be
   * preferred.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Requires any(Collection<? extends Alternative> alternatives) {
    checkArgument(!alternatives.isEmpty(), "no alternative to require; give at least one");
    List<Alternative> copy = ImmutableList.copyOf(alternatives);
    return new Requires(
        place -> list("any", place, Lists.transform(copy, each -> alternative(each, place))));
  }

  private static Node alternative(Alternative alternative, Place place) {
    return alternative instanceof Preferred preferred
        ? entry("preferred", place, preferred.all.at(place))
        : ((All) alternative).at(place);
  }

  /** Returns this requirement as in a file; a capability is never taken for a word like public. */
  Node at(Place place) {
    return node.apply(place);
  }

  private static Node list(String key, Place place, List<? extends Node> items) {
    return entry(key, place, new Node.Sequence(place, ImmutableList.copyOf(items)));
  }

  private static Node entry(String key, Place place, Node value) {
    return Node.Mapping.of(place, List.of(new Node.Entry(new Node.Scalar(place, key), value)));
  }
}
