package dev.warder.gate.token;

import dev.warder.model.text.InputText;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Keys;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Problem;
import dev.warder.model.yaml.Problems;
import dev.warder.model.yaml.YamlNodes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a profile of tokens from YAML, with all that is wrong at its place. */
final class TokenProfileReader {
  private static final int MOST_BYTES = 1024 * 1024;
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

  private final ProfileFields from;

  private TokenProfileReader(String source, String text, Problems problems) {
    Node document = YamlNodes.read("a profile", source, text, problems);
    Place place = document == null ? Keys.NOWHERE : document.place();
    this.from = new ProfileFields(problems, place, document, KEYS);
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
      for (ProfileLack lack : builder.lacks()) {
        problems.add(reader.from.fields.placeOf(lack.key()), lack.message());
      }
    }
    check(problems);
    return builder.build();
  }

  /**
   * Returns a builder of a profile that has a name, which may lack something before it is built.
   */
  static TokenProfileBuilder named(String name) {
    Problems problems = new Problems();
    TokenProfileReader reader =
        new TokenProfileReader(name + ".yaml", NamedProfiles.text(name), problems);
    TokenProfileBuilder builder = TokenProfile.builder();
    builder.named(name);
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
    String format = from.values.text(from.fields.required("format"));
    if (format != null && !format.equals("1")) {
      from.values.refuse(
          from.fields.placeOf("format"), "format " + Quoted.of(format) + " is not 1");
    }
  }

  private TokenProfileBuilder base() {
    Node node = from.fields.optional("base");
    String name = from.values.text(node);
    if (node == null || name == null) {
      return TokenProfile.builder();
    }
    if (!NamedProfiles.NAMES.contains(name)) {
      String hint =
          from.values.nearest(
              name, NamedProfiles.NAMES, "; there are " + String.join(", ", NamedProfiles.NAMES));
      from.values.refuse(node.place(), "there is no profile " + Quoted.of(name) + hint);
      return TokenProfile.builder();
    }
    return named(name);
  }

  private void apply(TokenProfileBuilder builder) {
    new ProfileKeysReader(from, builder).read();
    new ProfileClaimsReader(from, builder).read();
    new ProfileRequirementsReader(from, builder).read();
  }
}
