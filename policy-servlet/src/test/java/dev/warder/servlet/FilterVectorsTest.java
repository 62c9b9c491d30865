package dev.warder.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ObjectArrays;
import dev.warder.gate.Gate;
import dev.warder.gate.limit.ChargedClient;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The vectors of {@code spec/filter-vectors}, in each container. */
class FilterVectorsTest {
  private static final Path FILE = Path.of("..", "spec", "filter-vectors", "requests.json");

  @TempDir static Path folder;

  /** The file. */
  private record VectorFile(int format, String title, JsonNode catalogue, List<Vector> vectors) {}

  /** One request, and what becomes of it. */
  private record Vector(
      String name,
      Settings settings,
      Request request,
      List<String> capabilities,
      Expected expect) {}

  /** How the filter is set; what is null is not set. */
  private record Settings(
      List<String> exclude, Cors cors, String forwarded, List<String> trusted, Account account) {}

  /** A policy for pages of other origins. */
  private record Cors(List<String> origins, List<String> methods, List<String> fields, long age) {}

  /** Where the account of a request comes from. */
  private record Account(String header, String subdomainOf) {}

  /** A request line and fields. */
  private record Request(String line, List<String> fields) {}

  /** The answer. */
  private record Expected(int status, String ran, Map<String, String> fields, String client) {}

  @TestFactory
  Stream<DynamicTest> vectors() throws Exception {
    VectorFile file =
        new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .readValue(Files.readString(FILE), VectorFile.class);
    assertThat(file.format()).isEqualTo(1);
    assertThat(file.title()).isNotBlank();
    Path text = Files.writeString(folder.resolve("notes.json"), file.catalogue().toString());
    Catalogue catalogue = CatalogueFile.read(text).catalogue();
    return file.vectors().stream()
        .flatMap(
            vector ->
                Arrays.stream(Container.values())
                    .map(
                        container ->
                            DynamicTest.dynamicTest(
                                vector.name() + ", " + container,
                                () -> check(container, catalogue, vector))));
  }

  private static void check(Container container, Catalogue catalogue, Vector vector)
      throws Exception {
    ClientsCharged clients = new ClientsCharged();
    Gate gate = Notes.gate(catalogue).rateLimits(clients).build();
    GuardedNotes.in(
        container,
        gate,
        builder -> set(builder, vector.settings()),
        (port, recorder) -> {
          Request request = vector.request();
          RawAnswer answer = RawAnswer.to(port, request.line(), fields(vector));
          assertThat(answer.status()).isEqualTo(vector.expect().status());
          assertThat(recorder.runs()).isEqualTo(runs(vector));
          if (vector.expect().fields() != null) {
            vector
                .expect()
                .fields()
                .forEach((name, value) -> assertThat(answer.field(name)).hasValue(value));
          }
          if (vector.expect().client() != null) {
            assertThat(clients.charged())
                .containsExactly(ChargedClient.of(vector.expect().client()).toString());
          }
        });
  }

  private static List<String> runs(Vector vector) {
    String ran = vector.expect().ran();
    return ran == null ? List.of() : List.of(ran + " REQUEST");
  }

  private static String[] fields(Vector vector) {
    String[] fields = vector.request().fields().toArray(String[]::new);
    return vector.capabilities() == null
        ? fields
        : ObjectArrays.concat(
            fields, Notes.tokenOf("a", vector.capabilities().toArray(String[]::new)));
  }

  private static WarderFilterBuilder set(WarderFilterBuilder builder, Settings settings) {
    if (settings == null) {
      return builder;
    }
    if (settings.exclude() != null) {
      builder.exclude(settings.exclude().toArray(String[]::new));
    }
    if (settings.cors() != null) {
      builder.cors(
          new CorsPolicy(
              ImmutableSet.copyOf(settings.cors().origins()),
              ImmutableSet.copyOf(settings.cors().methods()),
              ImmutableSet.copyOf(settings.cors().fields()),
              Duration.ofSeconds(settings.cors().age())));
    }
    if (settings.forwarded() != null) {
      builder.trustedNetworks(
          forwarded(settings.forwarded()), settings.trusted().toArray(String[]::new));
    }
    return settings.account() == null ? builder : account(builder, settings.account());
  }

  private static ForwardedField forwarded(String name) {
    return Arrays.stream(ForwardedField.values())
        .filter(field -> field.field().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static WarderFilterBuilder account(WarderFilterBuilder builder, Account account) {
    return account.header() == null
        ? builder.requestAccountFromSubdomainOf(account.subdomainOf())
        : builder.requestAccountFromHeader(account.header());
  }
}
