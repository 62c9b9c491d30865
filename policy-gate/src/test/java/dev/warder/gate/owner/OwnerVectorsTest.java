package dev.warder.gate.owner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.Streams;
import dev.warder.engine.Ownership;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The vectors of {@code spec/owner-vectors}. */
class OwnerVectorsTest {
  private static final Path FILE = Path.of("..", "spec", "owner-vectors", "lookups.json");
  private static final Duration LONG = Duration.ofSeconds(15);

  @TestFactory
  Stream<DynamicTest> vectors() throws Exception {
    JsonNode file = new ObjectMapper().readTree(FILE.toFile());
    Duration age = Duration.ofMillis(file.get("age").asLong());
    Duration unknownAge = Duration.ofMillis(file.get("unknownAge").asLong());
    return Streams.stream(file.get("vectors"))
        .map(
            vector ->
                DynamicTest.dynamicTest(
                    vector.get("name").asText(), () -> run(vector, age, unknownAge)));
  }

  private static void run(JsonNode vector, Duration age, Duration unknownAge) {
    Source source = new Source();
    AtomicLong nanos = new AtomicLong();
    try (LookedUpOwners owners =
        LookedUpOwners.builder(source)
            .timeout(LONG)
            .age(age)
            .unknownAge(unknownAge)
            .build(nanos::get)) {
      for (JsonNode step : vector.get("steps")) {
        nanos.set(Duration.ofMillis(step.get("at").asLong()).toNanos());
        if (step.has("forget")) {
          String resource = step.get("forget").asText();
          owners.forget(kind(resource), id(resource));
        } else {
          ask(step, owners, source);
        }
      }
    }
  }

  private static void ask(JsonNode step, LookedUpOwners owners, Source source) {
    String resource = step.get("ask").asText();
    JsonNode lookup = step.get("lookup");
    if (lookup != null && lookup.has("fails")) {
      source.fail();
    } else if (lookup != null) {
      source.own(resource, lookup.get("owner").textValue());
    }
    Ownership answer =
        owners.ownership(
            step.get("account").asText(),
            kind(resource),
            "/" + id(resource) + "/x",
            1,
            1 + id(resource).length());
    assertThat(answer.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .as(step.toString())
        .isEqualTo(step.get("expect").asText());
    assertThat(source.asked())
        .as(step.toString())
        .isEqualTo(lookup == null ? List.of() : List.of(resource));
  }

  private static String kind(String resource) {
    return resource.substring(0, resource.indexOf('/'));
  }

  private static String id(String resource) {
    return resource.substring(resource.indexOf('/') + 1);
  }
}
