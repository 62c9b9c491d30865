package dev.warder.gate.token;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.warder.gate.token.TokenProfileBuilder.Lack;
import dev.warder.model.text.InputText;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Fields;
import dev.warder.model.yaml.Keys;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Problem;
import dev.warder.model.yaml.Problems;
import dev.warder.model.yaml.Values;
import dev.warder.model.yaml.YamlNodes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a profile of tokens from YAML, with all that is wrong at its place. */
final class TokenProfileReader {
  private static final int MOST_BYTES = 1024 * 1024;
  private static final String OWNER = "the profile";
  private static final String NO_TYPE = "none";
  private static final Pattern LIFETIME = Pattern.compile("([1-9][0-9]{0,7})([smhd])");
  private static final String[] KEYS = {
    "format",
    "base",
    "types",
    "ignoredHeaders",
    "keyId",
    "account",
    "constantAccount",
    "subject",
    "tokenId",
    "valueId",
    "capabilities",
    "map",
    "require",
    "otherTokens",
    "acceptedClients",
    "acceptedSubjects",
    "audience",
    "senderBound",
    "algorithms",
    "keysWithoutAlgorithm",
    "longestLifetime"
  };

  private final Values values;
  private final Fields fields;

  private TokenProfileReader(String source, String text, Problems problems) {
    this.values = new Values(problems);
    Node document = YamlNodes.read("a profile", source, text, problems);
    Place place = document == null ? Keys.NOWHERE : document.place();
    this.fields = new Fields(values, OWNER, place, document, KEYS);
    if (document != null) {
      checkFormat();
    }
  }

  /** Returns the keys that a file may have. */
  static List<String> keys() {
    return List.of(KEYS);
  }

  static TokenProfile read(Path file) throws IOException, InvalidTokenProfile {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    String source = file.toString();
    if (bytes.length > MOST_BYTES) {
      throw invalid(source, "the file is larger than " + MOST_BYTES + " bytes");
    }
    try {
      return parse(source, InputText.decode(bytes));
    } catch (CharacterCodingException e) {
      throw invalid(source, "the file is not UTF-8");
    }
  }

  private static InvalidTokenProfile invalid(String source, String problem) {
    return new InvalidTokenProfile(List.of(new Problem(new Place(source, 1, 1), problem)));
  }

  static TokenProfile parse(String source, String text) throws InvalidTokenProfile {
    Problems problems = new Problems();
    TokenProfileReader reader =
        new TokenProfileReader(source, InputText.withoutMark(text), problems);
    TokenProfileBuilder builder = reader.base();
    reader.apply(builder);
    if (problems.isEmpty()) {
      for (Lack lack : builder.lacks()) {
        problems.add(reader.fields.placeOf(lack.key()), lack.message());
      }
    }
    check(problems);
    return builder.build();
  }

  /** Returns a builder of a profile that has a name, which may ask for more before it is built. */
  static TokenProfileBuilder named(String name) {
    Problems problems = new Problems();
    TokenProfileReader reader =
        new TokenProfileReader(name + ".yaml", NamedProfiles.text(name), problems);
    TokenProfileBuilder builder = TokenProfile.builder();
    builder.name = name;
    builder.noAccount();
    reader.apply(builder);
    if (!problems.isEmpty()) {
      throw new AssertionError(problems.found());
    }
    return builder;
  }

  private static void check(Problems problems) throws InvalidTokenProfile {
    if (!problems.isEmpty()) {
      throw new InvalidTokenProfile(problems.sorted());
    }
  }

  private void checkFormat() {
    String format = values.text(fields.required("format"));
    if (format != null && !format.equals("1")) {
      values.refuse(fields.placeOf("format"), "format " + Quoted.of(format) + " is not 1");
    }
  }

  private TokenProfileBuilder base() {
    Node node = fields.optional("base");
    String name = values.text(node);
    if (node == null || name == null) {
      return TokenProfile.builder();
    }
    if (!NamedProfiles.NAMES.contains(name)) {
      String hint =
          values.nearest(
              name, NamedProfiles.NAMES, "; there are " + String.join(", ", NamedProfiles.NAMES));
      values.refuse(node.place(), "there is no profile " + Quoted.of(name) + hint);
      return TokenProfile.builder();
    }
    return named(name);
  }

  private void apply(TokenProfileBuilder builder) {
    header(builder);
    claims(builder);
    requirements(builder);
    keys(builder);
  }

  private void header(TokenProfileBuilder builder) {
    when("types", (key, node) -> types(node, builder));
    when(
        "ignoredHeaders",
        (key, node) ->
            checked(node, () -> builder.ignoreHeaders(values.texts(node).toArray(String[]::new))));
    word("keyId", "optional", builder::acceptTokensAndKeysWithoutKeyId);
  }

  private void types(Node node, TokenProfileBuilder builder) {
    List<String> types =
        new ArrayList<>(node instanceof Node.Sequence ? textOrTexts(node) : values.texts(node));
    boolean hasNone = types.removeIf(NO_TYPE::equals);
    if (types.isEmpty() && !hasNone) {
      values.refuse(node.place(), "`types` is a list of at least one type, or `none`");
      return;
    }
    checked(
        node,
        () -> {
          builder.types(ImmutableList.copyOf(types));
          if (hasNone) {
            builder.acceptTokensWithoutType();
          }
        });
  }

  private void claims(TokenProfileBuilder builder) {
    when("account", (key, node) -> claim(node).ifPresent(builder::account));
    when(
        "constantAccount",
        (key, node) -> {
          if (fields.optional("account") != null) {
            values.refuse(
                fields.laterOf("account", key),
                "`account` and `constantAccount`: give one of them");
          }
          text(node).ifPresent(text -> checked(node, () -> builder.constantAccount(text)));
        });
    when("subject", (key, node) -> claim(node).ifPresent(builder::subject));
    when(
        "tokenId",
        (key, node) -> either(node, "optional", builder::tokenId, builder::tokenIdOrValueId));
    when(
        "valueId",
        (key, node) -> {
          if (node instanceof Node.Scalar scalar && scalar.text().equals("derived")) {
            builder.deriveValueId();
          } else {
            claim(node).ifPresent(builder::valueId);
          }
        });
    when("capabilities", (key, node) -> capabilities(node, builder));
    when("map", (key, node) -> map(node, builder));
  }

  private void capabilities(Node node, TokenProfileBuilder builder) {
    if (!(node instanceof Node.Mapping)) {
      claim(node).ifPresent(builder::capabilities);
      return;
    }
    Fields form = new Fields(values, "`capabilities`", node.place(), node, "list", "text");
    Node list = form.optional("list");
    Node text = form.optional("text");
    if ((list == null) == (text == null)) {
      values.refuse(node.place(), "`capabilities` has one of `list` and `text`");
    } else if (list != null) {
      claim(list).ifPresent(builder::capabilitiesAsList);
    } else {
      claim(text).ifPresent(builder::capabilitiesAsText);
    }
  }

  private void map(Node node, TokenProfileBuilder builder) {
    Fields fieldsOfMap = new Fields(values, "`map`", node.place(), node, "values", "others");
    Map<String, List<String>> raws = new LinkedHashMap<>();
    values
        .entries(fieldsOfMap.required("values"), "`values`")
        .forEach((value, entry) -> raws.put(value, textOrTexts(entry.value())));
    String others = values.text(fieldsOfMap.optional("others"));
    if (others != null && !others.equals("keep") && !others.equals("drop")) {
      values.refuse(fieldsOfMap.placeOf("others"), "`others` is `keep` or `drop`");
    }
    checked(
        node,
        () -> {
          if ("keep".equals(others)) {
            builder.mapAndKeepOthers(raws);
          } else {
            builder.map(raws);
          }
        });
  }

  private void requirements(TokenProfileBuilder builder) {
    when(
        "require",
        (key, node) ->
            entries(node).forEach(item -> requirement(item).ifPresent(builder.required::add)));
    word("otherTokens", "accepted", builder::acceptOtherTokensOfTheIssuer);
    when(
        "acceptedClients",
        (key, node) -> accepted(node, builder.acceptedClients, builder::askForClients));
    when(
        "acceptedSubjects",
        (key, node) -> accepted(node, builder.acceptedSubjects, builder::askForSubjects));
    when(
        "audience",
        (key, node) -> {
          String word = values.text(node);
          if ("optional".equals(word)) {
            builder.acceptTokensWithoutAudience();
          } else if ("chosen-by-requester".equals(word)) {
            builder.audienceIsChosenByTheRequester();
          } else if (word != null) {
            values.refuse(
                node.place(), "`audience` is `optional` or `chosen-by-requester`, or is left out");
          }
        });
    word("senderBound", "accepted-as-bearer", builder::acceptSenderBoundTokensAsBearerTokens);
  }

  private Optional<RequiredClaim> requirement(Node item) {
    Optional<RequiredClaim> requirement = required(item);
    if (item instanceof Node.Mapping mapping
        && mapping.get("is") instanceof Node.Sequence is
        && is.items().isEmpty()) {
      values.refuse(is.place(), "name at least one value, or leave `is` out");
    }
    return requirement;
  }

  private Optional<RequiredClaim> required(Node item) {
    Fields entry = new Fields(values, "a requirement", item.place(), item, "claim", "is");
    Node is = entry.optional("is");
    Node claim = entry.required("claim");
    List<String> accepted = is == null ? List.of() : textOrTexts(is);
    return claim == null
        ? Optional.empty()
        : claim(claim).map(path -> new RequiredClaim(path, ImmutableSet.copyOf(accepted)));
  }

  /** Values that are an empty list are asked for. */
  private void accepted(
      Node node, Map<ClaimPath, ImmutableSet<String>> accepted, Consumer<ClaimPath> ask) {
    for (Node item : entries(node)) {
      required(item)
          .ifPresent(
              one -> {
                if (one.values().isEmpty()) {
                  ask.accept(one.claim());
                } else {
                  checked(
                      item, () -> TokenProfileBuilder.accept(accepted, one.claim(), one.values()));
                }
              });
    }
  }

  private void keys(TokenProfileBuilder builder) {
    when("algorithms", (key, node) -> algorithms(node, builder));
    word("keysWithoutAlgorithm", "accepted", builder::acceptKeysWithoutAlgorithm);
    when(
        "longestLifetime",
        (key, node) -> {
          String text = values.text(node);
          Matcher lifetime = LIFETIME.matcher(text == null ? "" : text);
          if (lifetime.matches()) {
            builder.longestLifetime(duration(lifetime));
          } else if (text != null) {
            values.refuse(
                node.place(),
                "`longestLifetime` is a number and one of s, m, h and d, such as `24h`, not "
                    + Quoted.of(text));
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

  private void algorithms(Node node, TokenProfileBuilder builder) {
    List<Algorithm> algorithms = new ArrayList<>();
    for (Node item : values.items(node)) {
      String code = values.text(item);
      Optional<Algorithm> one = code == null ? Optional.empty() : Algorithm.ofCode(code);
      one.ifPresent(algorithms::add);
      if (one.isEmpty() && code != null) {
        values.refuse(
            item.place(),
            "there is no algorithm "
                + Quoted.of(code)
                + "; there are "
                + List.of(Algorithm.values()));
      }
    }
    if (algorithms.isEmpty()) {
      values.refuse(node.place(), "`algorithms` is a list of at least one");
    } else {
      builder.algorithms(
          algorithms.get(0), algorithms.subList(1, algorithms.size()).toArray(Algorithm[]::new));
    }
  }

  /** Returns the items of a list that is not empty: an empty one would ask for nothing. */
  private List<Node> entries(Node node) {
    List<Node> items = values.items(node);
    if (items.isEmpty() && node instanceof Node.Sequence) {
      values.refuse(node.place(), "this list is empty: name something, or leave the key out");
    }
    return items;
  }

  /** Returns the texts of a node that is one text, or a list of them. */
  private List<String> textOrTexts(Node node) {
    if (node instanceof Node.Sequence sequence) {
      return sequence.items().stream().flatMap(item -> text(item).stream()).toList();
    }
    return text(node).map(ImmutableList::of).orElse(ImmutableList.of());
  }

  /** Nothing, and what YAML has for null, is no value. */
  private Optional<String> text(Node node) {
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
  private Optional<ClaimPath> claim(Node node) {
    List<String> names = textOrTexts(node);
    try {
      return Optional.of(ClaimPath.of(names.stream().collect(toImmutableList())));
    } catch (IllegalArgumentException e) {
      values.refuse(node.place(), String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Takes a claim, or one under a key. */
  private void either(Node node, String key, Consumer<ClaimPath> plain, Consumer<ClaimPath> keyed) {
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

  private void when(String key, BiConsumer<String, Node> reading) {
    @Nullable Node node = fields.optional(key);
    if (node != null) {
      reading.accept(key, node);
    }
  }

  /** Takes a key that has one value alone, which its absence does not have. */
  private void word(String key, String word, Runnable loosening) {
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
  private void checked(Node node, Runnable setting) {
    try {
      setting.run();
    } catch (IllegalArgumentException e) {
      values.refuse(node.place(), String.valueOf(e.getMessage()));
    }
  }
}
