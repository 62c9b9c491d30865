package dev.warder.analysis.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.engine.PolicyEngine;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.ControlApi;
import dev.warder.model.Operation;
import dev.warder.model.Requires;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WantedTest {
  private static final Catalogue CATALOGUE = ControlApi.catalogue();
  private static final PolicyEngine ENGINE = Sample.engine(CATALOGUE);

  private static Command command(String spelling) {
    return CATALOGUE.command(spelling).orElseThrow();
  }

  @Test
  void build_whatWasAdded_hasEachCallOnceInOrder() {
    Wanted.Builder builder = Wanted.builder(CATALOGUE);
    builder.command(command("ably queues list"), Set.of("app"));
    builder.request(ENGINE.match("GET", "/v1/me"));
    builder.operation(CATALOGUE.operation("delete-app").orElseThrow());
    Wanted wanted = builder.build();
    builder.command(command("ably support ask"), Set.of());
    assertThat(wanted).hasToString("[list-queues, get-me, list-apps, delete-app]");
    assertThat(wanted.catalogue()).isSameAs(CATALOGUE);
    assertThat(builder.build())
        .hasToString("[list-queues, get-me, list-apps, delete-app, POST /help]");
  }

  @Test
  void operation_ofAnotherCatalogue_isRefused() {
    Operation other =
        new Sample()
            .capabilities("a")
            .operation("x", Requires.PUBLIC)
            .catalogue()
            .operations()
            .get(0);
    assertThatThrownBy(() -> Wanted.builder(CATALOGUE).operation(other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not of this catalogue: x");
  }

  @Test
  void command_ofAnotherCatalogue_isRefused() {
    Sample sample = new Sample().capabilities("a").operation("x", Requires.PUBLIC);
    sample.builder().command("tool", c -> c.calls("x"));
    Command other = sample.catalogue().commands().get(0);
    assertThatThrownBy(() -> Wanted.builder(CATALOGUE).command(other, Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not of this catalogue: tool");
  }

  @Test
  void command_conditionThatItHasNot_isRefused() {
    assertThatThrownBy(
            () -> Wanted.builder(CATALOGUE).command(command("ably queues list"), Set.of("ap")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ably queues list has no condition [ap]; it has [app]");
  }

  @Test
  void command_ofConditionsAlone_needsOne() {
    Command command = command("ably push config set-apns");
    assertThatThrownBy(() -> Wanted.builder(CATALOGUE).command(command, Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "ably push config set-apns makes no call but in a condition;"
                + " choose of [p8, p12, sandbox, app]");
    assertThat(Wanted.builder(CATALOGUE).command(command, Set.of("p8")).build())
        .hasToString("[update-app]");
  }

  @Test
  void request_thatAsksNothing_isRefused() {
    assertThatThrownBy(() -> Wanted.builder(CATALOGUE).request(ENGINE.match("GET", "/v1/nothing")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the request asks nothing: unknown-operation");
  }

  @Test
  void request_ofAnotherCatalogue_isRefused() {
    PolicyEngine other =
        Sample.engine(new Sample().capabilities("a").operation("x", Requires.PUBLIC).catalogue());
    assertThatThrownBy(() -> Wanted.builder(CATALOGUE).request(other.match("GET", "/x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not of this catalogue: x");
  }
}
