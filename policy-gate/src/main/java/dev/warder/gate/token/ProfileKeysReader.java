package dev.warder.gate.token;

import com.google.common.collect.ImmutableList;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Node;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which headers, keys and algorithms a profile accepts, and how long tokens may live. */
final class ProfileKeysReader {
  private static final String NO_TYPE = "none";
  private static final Pattern LIFETIME = Pattern.compile("([1-9][0-9]{0,7})([smhd])");

  private final ProfileFields from;
  private final TokenProfileBuilder builder;

  ProfileKeysReader(ProfileFields from, TokenProfileBuilder builder) {
    this.from = from;
    this.builder = builder;
  }

  void read() {
    from.when("types", (key, node) -> types(node));
    from.when(
        "ignoredHeaders",
        (key, node) ->
            from.checked(
                node, () -> builder.ignoreHeaders(from.values.texts(node).toArray(String[]::new))));
    from.word("keyId", "optional", builder::acceptTokensAndKeysWithoutKeyId);
    from.when("algorithms", (key, node) -> algorithms(node));
    from.word("keysWithoutAlgorithm", "accepted", builder::acceptKeysWithoutAlgorithm);
    from.when(
        "longestLifetime",
        (key, node) -> {
          String text = from.values.text(node);
          Matcher lifetime = LIFETIME.matcher(text == null ? "" : text);
          if (lifetime.matches()) {
            builder.longestLifetime(duration(lifetime));
          } else if (text != null) {
            from.values.refuse(
                node.place(),
                "`longestLifetime` is a number and one of s, m, h and d, such as `24h`, not "
                    + Quoted.of(text));
          }
        });
  }

  private void types(Node node) {
    List<String> types =
        new ArrayList<>(
            node instanceof Node.Sequence ? from.textOrTexts(node) : from.values.texts(node));
    boolean hasNone = types.removeIf(NO_TYPE::equals);
    if (types.isEmpty() && !hasNone) {
      from.values.refuse(node.place(), "`types` is a list of at least one type, or `none`");
      return;
    }
    from.checked(
        node,
        () -> {
          builder.types(ImmutableList.copyOf(types));
          if (hasNone) {
            builder.acceptTokensWithoutType();
          }
        });
  }

  private static Duration duration(Matcher lifetime) {
    long number = Long.parseLong(lifetime.group(1));
    return switch (lifetime.group(2)) {
      case "s" -> Duration.ofSeconds(number);
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  private void algorithms(Node node) {
    List<Algorithm> algorithms = new ArrayList<>();
    for (Node item : from.values.items(node)) {
      String code = from.values.text(item);
      Optional<Algorithm> one = code == null ? Optional.empty() : Algorithm.ofCode(code);
      one.ifPresent(algorithms::add);
      if (one.isEmpty() && code != null) {
        from.values.refuse(
            item.place(),
            "there is no algorithm "
                + Quoted.of(code)
                + "; there are "
                + List.of(Algorithm.values()));
      }
    }
    if (algorithms.isEmpty()) {
      from.values.refuse(node.place(), "`algorithms` is a list of at least one");
    } else {
      builder.algorithms(
          algorithms.get(0), algorithms.subList(1, algorithms.size()).toArray(Algorithm[]::new));
    }
  }
}
