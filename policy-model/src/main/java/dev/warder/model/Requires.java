package dev.warder.model;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What an operation of a {@link CatalogueBuilder} requires. Immutable. */
public final class Requires {
  /** Everyone passes, with a token or without. */
  public static final Requires PUBLIC = fixed(Requirement.Fixed.PUBLIC);

  /** Every valid token passes, whatever it carries. */
  public static final Requires ANY_TOKEN = fixed(Requirement.Fixed.ANY_TOKEN);

  /** Nobody passes: the provider has not said what the operation needs. */
  public static final Requires UNMAPPED = fixed(Requirement.Fixed.UNMAPPED);

  private final Function<Place, Node> node;

  private Requires(Function<Place, Node> node) {
    this.node = node;
  }

  private static Requires fixed(Requirement.Fixed fixed) {
    return new Requires(place -> new Node.Scalar(place, fixed.toString()));
  }

  /** Requires all of these capabilities, of which there must be at least one. */
  public static Requires all(String... capabilities) {
    List<String> copy = List.of(capabilities);
    return new Requires(
        place ->
            single("all", place, copy.stream().map(raw -> (Node) new Node.Scalar(place, raw))));
  }

  /** Requires one of these, of which there must be at least one, each made by {@link #all}. */
  public static Requires any(Requires... alternatives) {
    List<Requires> copy = List.of(alternatives);
    return new Requires(
        place -> single("any", place, copy.stream().map(alternative -> alternative.at(place))));
  }

  /** Returns this requirement as in a file; a capability is never taken for a word like public. */
  Node at(Place place) {
    return node.apply(place);
  }

  private static Node single(String key, Place place, Stream<Node> items) {
    Node.Entry entry =
        new Node.Entry(new Node.Scalar(place, key), new Node.Sequence(place, items.toList()));
    return new Node.Mapping(place, List.of(entry));
  }
}
