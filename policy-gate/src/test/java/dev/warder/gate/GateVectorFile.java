package dev.warder.gate;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A file of {@code spec/gate-vectors}: requests, and what a gate answers. */
public record GateVectorFile(
    int format,
    String title,
    JsonNode catalogue,
    Map<String, Map<String, String>> owners,
    long now,
    List<Vector> vectors) {
  private static final Path FOLDER = Path.of("..", "spec", "gate-vectors");
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  public record Vector(
      String name,
      String disclosure,
      Token token,
      String authorization,
      Given given,
      String method,
      String target,
      String requestAccount,
      JsonNode expect) {
    boolean hasField() {
      return token != null || authorization != null;
    }
  }

  public record Token(
      String scheme,
      String issuer,
      String id,
      String account,
      List<String> capabilities,
      Long expires) {
    SignedToken signed() {
      SignedToken signed = SignedToken.of(id, account, capabilities.toArray(String[]::new));
      return (issuer == null ? signed : signed.withIssuer(issuer))
          .withLife(signed.issued(), expires == null ? signed.expires() : expires);
    }
  }

  public record Given(Used used, String revoked, String fails) {}

  public record Used(
      int token, int account, int client, @JsonProperty("public") int publicRequests) {}

  /** Reads a file of {@code spec/gate-vectors}, from a module's folder. */
  public static GateVectorFile read(String name) {
    try {
      return MAPPER.readValue(FOLDER.resolve(name).toFile(), GateVectorFile.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
