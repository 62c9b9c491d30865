package dev.warder.analysis.reference;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import dev.warder.model.ControlApi;
import org.junit.jupiter.api.Test;

/** What a command is documented with beside what its calls need, and what is enough together. */
class EntriesTest {
  @Test
  void difference_documentedIsPartOfAnAlternative_neededBesideTheRest() throws Exception {
    Catalogue catalogue =
        CatalogueReader.parse(
            "orders.yaml",
            """
            catalogue: orders
            format: 1
            version: "1"
            title: Orders
            categories: {all: All}
            capabilities:
              write: {label: Write, category: all}
              refund: {label: Refund, category: all}
              billing: {label: Billing, category: all}
            operations:
              give-back:
                {method: POST, path: /refunds, summary: Refund,
                 requires: {any: [{all: [write, refund]}, billing]}}
            commands:
              refund: {documented: refund, calls: [give-back]}
            """);
    CommandEntry.Difference difference =
        Entries.of(catalogue).commands().get(0).differences().get(0);
    assertThat(difference.superfluous()).isEmpty();
    assertThat(difference.documented().besides().oneOf()).hasToString("[[[write], [billing]]]");
  }

  @Test
  void understates_publicBesideACallOfWhichNothingIsKnown_doesNot() throws Exception {
    Catalogue catalogue =
        CatalogueReader.parse(
            "open.yaml",
            """
            catalogue: open
            format: 1
            version: "1"
            title: Open
            categories: {all: All}
            capabilities:
              read: {label: Read, category: all}
            operations:
              get: {method: GET, path: /a, summary: Get, requires: read}
            commands:
              get: {documented: public, calls: [{unspecified: a call of the tool}]}
              read: {documented: public, calls: [get]}
            """);
    JsonNode json = new ObjectMapper().readTree(Reference.of(catalogue).json());
    assertThat(json.at("/commands/0/differences/0/understates").booleanValue()).isFalse();
    assertThat(json.at("/commands/1/differences/0/understates").booleanValue()).isTrue();
  }

  @Test
  void together_capabilityThatImpliesTheRest_isEnoughAlone() throws Exception {
    Catalogue catalogue =
        CatalogueReader.parse(
            "levels.yaml",
            """
            catalogue: levels
            format: 1
            version: "1"
            title: Levels
            categories: {all: All}
            capabilities:
              write: {label: Write, category: all, implies: [read]}
              read: {label: Read, category: all}
            operations:
              put: {method: PUT, path: /a, summary: Put, requires: {all: [write, read]}}
            commands:
              put: {calls: [put]}
            """);
    JsonNode json = new ObjectMapper().readTree(Reference.of(catalogue).json());
    assertThat(json.at("/capabilities/0/operations"))
        .hasToString("[{\"operation\":\"put\",\"together\":false}]");
    assertThat(json.at("/capabilities/0/commands"))
        .hasToString("[{\"command\":\"put\",\"together\":false}]");
    assertThat(json.at("/capabilities/1/operations"))
        .hasToString("[{\"operation\":\"put\",\"together\":true}]");
  }

  @Test
  void controlApi_nineCommandsAreDocumentedWithTooLittle() throws Exception {
    assertThat(
            Entries.of(ControlApi.catalogue()).commands().stream()
                .filter(
                    entry ->
                        entry.differences().stream().anyMatch(d -> d.documented().understates()))
                .map(
                    entry ->
                        entry.command()
                            + ": "
                            + entry.differences().get(0).documented().besides().all())
                .collect(joining("\n")))
        .isEqualTo(
            """
            ably apps update: [read:app]
            ably apps delete: [read:app]
            ably auth keys update: [read:key]
            ably auth keys revoke: [read:key]
            ably integrations update: [read:rule]
            ably integrations delete: [read:rule]
            ably queues delete: [read:queue]
            ably apps rules update: [read:namespace]
            ably apps rules delete: [read:namespace]\
            """);
  }
}
