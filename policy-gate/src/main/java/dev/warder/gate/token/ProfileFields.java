package dev.warder.gate.token;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import dev.warder.model.yaml.Fields;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Problems;
import dev.warder.model.yaml.Values;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The keys of a profile that is read, and the forms that their values have. */
final class ProfileFields {
  final Values values;
  final Fields fields;

  ProfileFields(Problems problems, Place place, @Nullable Node document, String... keys) {
    this.values = new Values(problems);
    this.fields = new Fields(values, "the profile", place, document, keys);
  }

  /** Returns the items of a list that is not empty: an empty one would ask for nothing. */
  List<Node> entries(Node node) {
    List<Node> items = values.items(node);
    if (items.isEmpty() && node instanceof Node.Sequence) {
      values.refuse(node.place(), "this list is empty: name something, or leave the key out");
    }
    return items;
  }

  /** Returns the texts of a node that is one text, or a list of them. */
  List<String> textOrTexts(Node node) {
    if (node instanceof Node.Sequence sequence) {
      return sequence.items().stream().flatMap(item -> text(item).stream()).toList();
    }
    return text(node).map(ImmutableList::of).orElse(ImmutableList.of());
  }

  /** Nothing, and what YAML has for null, is no value. */
  Optional<String> text(Node node) {
    boolean isNothing =
        node instanceof Node.Scalar scalar
            && (scalar.text().isEmpty() || scalar.isWord("null") || scalar.isWord("~"));
    if (isNothing) {
      values.refuse(node.place(), "a value is missing here");
      return Optional.empty();
    }
    return Optional.ofNullable(values.text(node));
  }

  /** Returns the claim that a text names, or a list of texts, from the outside. */
  Optional<ClaimPath> claim(Node node) {
    List<String> names = textOrTexts(node);
    try {
      return Optional.of(ClaimPath.of(names.stream().collect(toImmutableList())));
    } catch (IllegalArgumentException e) {
      values.refuse(node.place(), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Takes a claim, or one under a key. */
  void either(Node node, String key, Consumer<ClaimPath> plain, Consumer<ClaimPath> keyed) {
    if (node instanceof Node.Mapping) {
      Fields entry = new Fields(values, "a claim", node.place(), node, key);
      Node inner = entry.required(key);
      if (inner != null) {
        claim(inner).ifPresent(keyed);
      }
    } else {
      claim(node).ifPresent(plain);
    }
  }

  /** Reads the value of a key that is there. */
  void when(String key, BiConsumer<String, Node> reading) {
    @Nullable Node node = fields.optional(key);
    if (node != null) {
      reading.accept(key, node);
    }
  }

  /** Takes a key that has one value alone, which its absence does not have. */
  void word(String key, String word, Runnable loosening) {
    when(
        key,
        (name, node) -> {
          if (word.equals(values.text(node))) {
            loosening.run();
          } else {
            values.refuse(node.place(), "`" + key + "` is `" + word + "`, or is left out");
          }
        });
  }

  /** Does what may refuse a value in words of its own. */
  void checked(Node node, Runnable setting) {
    try {
      setting.run();
    } catch (IllegalArgumentException e) {
      values.refuse(node.place(), String.valueOf(e.getMessage()));
    }
  }
}
