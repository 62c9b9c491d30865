package dev.warder.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file of vectors as SEMANTICS.md, section 6, defines it; unknown members are refused. */
record VectorFile(
    int format, String title, JsonNode catalogue, @Nullable JsonNode owners, List<Vector> vectors) {

  /** A grant, one question, and what is expected. */
  record Vector(
      String name,
      @Nullable String account,
      @Nullable List<String> capabilities,
      @Nullable Boolean withoutAccount,
      @Nullable Boolean anonymous,
      @Nullable String method,
      @Nullable String path,
      @Nullable String requestAccount,
      @Nullable String operation,
      @Nullable String resourceAccount,
      @Nullable String preflight,
      @Nullable String command,
      @Nullable List<String> when,
      Answer expect) {
    Vector {
      boolean isAnonymous = anonymous != null && anonymous;
      boolean hasNoAccount = withoutAccount != null && withoutAccount;
      check(isAnonymous == (capabilities == null), "one grant", name);
      check((isAnonymous || hasNoAccount) == (account == null), "a whole grant", name);
      check(!isAnonymous || !hasNoAccount, "one grant", name);
      check(requestAccount == null || path != null, "requestAccount with path", name);
      check((method == null) == (path == null), "method and path together", name);
      long questions =
          Stream.of(path, operation, preflight, command).filter(q -> q != null).count();
      check(questions == 1, "one question", name);
      check(resourceAccount == null || operation != null, "resourceAccount with operation", name);
      check(when == null || command != null, "when with command", name);
    }
  }

  /** What is answered; in an expectation null where it says nothing. */
  record Answer(
      String reason,
      @Nullable String operation,
      @Nullable List<String> allow,
      @Nullable List<List<String>> missing,
      @Nullable List<String> enough,
      @Nullable String command,
      @Nullable List<CallAnswer> calls) {}

  /** What a call that fails comes to. */
  record CallAnswer(JsonNode call, String reason, @Nullable List<List<String>> missing) {}

  static final Path SPEC = Path.of("..", "spec");

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  static VectorFile parse(String json) throws JsonProcessingException {
    VectorFile file = MAPPER.readValue(json, VectorFile.class);
    check(file.format == 1, "format 1", file.title);
    return file;
  }

  /** Returns the files that hold vectors of decisions, by name. */
  static Map<String, VectorFile> all() throws IOException {
    Map<String, VectorFile> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(SPEC.resolve("vectors"))) {
      for (Path path : paths.sorted().toList()) {
        String json = Files.readString(path);
        if (!MAPPER.readTree(json).has("broken")) {
          files.put(path.getFileName().toString(), parse(json));
        }
      }
    }
    return files;
  }

  Catalogue readCatalogue() throws Exception {
    return catalogue.isTextual()
        ? CatalogueReader.read(SPEC.resolve(catalogue.textValue()))
        : CatalogueReader.parse(title, catalogue.toString());
  }

  boolean areOwnersCheckedByCaller() {
    return owners != null && owners.isTextual() && owners.textValue().equals("checked-by-caller");
  }

  /** Answers for an account, a kind and an id. */
  Ownership ownership(String account, String kind, String id) {
    JsonNode owner = owners == null ? null : owners.path(kind).get(id);
    return owner == null
        ? Ownership.NOT_OWNED
        : owner.isNull()
            ? Ownership.UNAVAILABLE
            : owner.textValue().equals(account) ? Ownership.OWNED : Ownership.NOT_OWNED;
  }

  private static void check(boolean holds, String rule, String where) {
    if (!holds) {
      throw new IllegalArgumentException(where + ": a vector has " + rule);
    }
  }
}
