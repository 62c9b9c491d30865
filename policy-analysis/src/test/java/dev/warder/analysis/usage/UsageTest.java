package dev.warder.analysis.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Reason;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.Access;
import dev.warder.model.Catalogue;
import dev.warder.model.ControlApi;
import dev.warder.model.InvalidCatalogue;
import dev.warder.model.Requires;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UsageTest {
  private static final PolicyEngine CONTROL_API =
      PolicyEngine.compile(ControlApi.catalogue(), ResourceOwners.checkedByCaller());

  /** An API where reading, writing and administering can each stand for the one before. */
  private static PolicyEngine levels() throws InvalidCatalogue {
    Catalogue catalogue =
        Catalogue.builder("levels")
            .version("1")
            .title("Levels")
            .category("c", "C")
            .capability("read", c -> c.label("R").category("c").access(Access.READ))
            .capability("read2", c -> c.label("R2").category("c").access(Access.READ))
            .capability("write", c -> c.label("W").category("c").access(Access.WRITE))
            .capability("admin", c -> c.label("A").category("c").access(Access.ADMIN))
            .capability("unstated", c -> c.label("U").category("c"))
            .capability("every", c -> c.label("Every").category("c").implies("read", "write"))
            .operation(
                "get",
                o ->
                    o.at("GET", "/x")
                        .summary("S")
                        .requires(
                            Requires.any(
                                Requires.all("unstated"),
                                Requires.all("admin"),
                                Requires.all("write"),
                                Requires.all("read2"),
                                Requires.all("read"))))
            .operation(
                "put", o -> o.at("PUT", "/x").summary("S").requires(Requires.all("read", "write")))
            .build();
    return PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller());
  }

  private static Usage usage(PolicyEngine engine, String... requests) {
    Usage usage = new Usage(engine);
    for (String request : requests) {
      int space = request.indexOf(' ');
      usage.add(request.substring(0, space), request.substring(space + 1));
    }
    return usage;
  }

  @Test
  void unused_ofTheControlApi_isWhatNoRequestNeeded() {
    Usage usage =
        usage(
            CONTROL_API,
            "GET /v1/accounts/A/apps",
            "GET /v1/accounts/A/apps",
            "PATCH /v1/apps/28AB9a",
            "GET /v1/me");
    Unused unused = usage.unused(List.of("x:y", "read:queue", "write:app", "read:app", "read:key"));
    assertThat(unused.unused()).containsExactly("read:key", "read:queue", "x:y");
    assertThat(unused.needed())
        .containsExactly(Map.entry("read:app", 2L), Map.entry("write:app", 1L));
    assertThat(unused.reasons()).containsExactly(Map.entry(Reason.ALLOWED, 4L));
    assertThat(unused).hasToString("[read:key, read:queue, x:y]");
    assertThat(usage).hasToString("4 requests");
  }

  @Test
  void unused_ofNoRequests_isEverything() {
    Unused unused = usage(CONTROL_API).unused(List.of("write:app", "read:app"));
    assertThat(unused.unused()).containsExactly("read:app", "write:app");
    assertThat(unused.needed()).isEmpty();
    assertThat(unused.reasons()).isEmpty();
    assertThat(usage(CONTROL_API, "GET /v1/me").unused(List.of()).unused()).isEmpty();
  }

  @Test
  void unused_deniedRequests_needNothingThatDoesNotChangeThem() {
    Usage usage =
        usage(
            CONTROL_API,
            "POST /v1/apps/a/pkcs12",
            "GET /v1/apps/a/queues",
            "GET /v1/nothing",
            "PUT /v1/me",
            "GET v1/me");
    Unused unused = usage.unused(List.of("read:app", "write:app"));
    assertThat(unused.unused()).containsExactly("read:app", "write:app");
    assertThat(unused.reasons())
        .containsExactly(
            Map.entry(Reason.MALFORMED_REQUEST, 1L),
            Map.entry(Reason.UNKNOWN_OPERATION, 1L),
            Map.entry(Reason.METHOD_NOT_ALLOWED, 1L),
            Map.entry(Reason.UNMAPPED_OPERATION, 1L),
            Map.entry(Reason.MISSING_CAPABILITY, 1L));
  }

  @Test
  void unused_ofWhatStandsInForEachOther_isTheMostPowerful() throws InvalidCatalogue {
    Usage usage = usage(levels(), "GET /x");
    assertThat(usage.unused(List.of("unstated", "admin", "write", "read", "read2")).needed())
        .containsOnlyKeys("read");
    assertThat(usage.unused(List.of("unstated", "admin", "write", "read2")).needed())
        .containsOnlyKeys("read2");
    assertThat(usage.unused(List.of("unstated", "admin", "write")).needed())
        .containsOnlyKeys("write");
    assertThat(usage.unused(List.of("unstated", "admin")).needed()).containsOnlyKeys("admin");
    assertThat(usage.unused(List.of("unstated")).needed()).containsOnlyKeys("unstated");
  }

  @Test
  void unused_whatImpliesTheRest_goesWhereTheRestIsGivenToo() throws InvalidCatalogue {
    Usage usage = usage(levels(), "PUT /x");
    assertThat(usage.unused(List.of("every", "read", "write")).unused()).containsExactly("every");
    assertThat(usage.unused(List.of("every", "read")).unused()).containsExactly("read");
    assertThat(usage.unused(List.of("every")).needed()).containsExactly(Map.entry("every", 1L));
  }

  @Test
  void unused_askedAgain_countsOn() {
    Usage usage = usage(CONTROL_API, "GET /v1/me");
    assertThat(usage.unused(List.of("read:app")).unused()).containsExactly("read:app");
    usage.add("GET", "/v1/accounts/A/apps");
    assertThat(usage.unused(List.of("read:app")).unused()).isEmpty();
    assertThat(usage.requests()).isEqualTo(2);
  }
}
