package dev.warder.analysis.needs;

import static dev.warder.analysis.needs.Sample.wanted;
import static dev.warder.model.Requires.all;
import static dev.warder.model.Requires.any;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Access;
import dev.warder.model.Alternatives;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.ControlApi;
import dev.warder.model.RandomCatalogues;
import dev.warder.model.Requires;
import dev.warder.model.Steps;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeedsTest {
  private static final Catalogue CONTROL_API = ControlApi.catalogue();

  private static List<String> sets(Catalogue catalogue, String... names) throws TooMuchWork {
    Needs needs = Needs.of(wanted(catalogue, names));
    assertThat(needs).isInstanceOf(Needs.AnyOf.class);
    return needs instanceof Needs.AnyOf any
        ? any.sets().stream().map(NeedsTest::text).toList()
        : List.of();
  }

  private static String text(Set<Capability> set) {
    return String.join(", ", set.stream().map(Capability::raw).toList());
  }

  @Test
  void of_commandsOfTheControlApi_areWhatTheyReallyCall() throws TooMuchWork {
    assertThat(sets(CONTROL_API, "ably apps delete", "ably queues list"))
        .containsExactly("read:app, write:app, read:queue");
    assertThat(sets(CONTROL_API, "ably queues list", "ably apps delete"))
        .containsExactly("read:app, write:app, read:queue");
    assertThat(sets(CONTROL_API, "ably app delete", "delete-app", "get-me"))
        .containsExactly("read:app, write:app");
  }

  private static long stepsOfAllCommands(Catalogue catalogue) throws TooMuchWork {
    Steps steps = new Steps(Needs.MAX_STEPS);
    for (Command command : catalogue.commands()) {
      if (!command.calls().isEmpty()) {
        Wanted wanted = Wanted.builder(catalogue).command(command, Set.of()).build();
        assertThat(Needs.of(wanted, steps)).isNotNull();
      }
    }
    return steps.taken();
  }

  @Test
  void of_allCommandsOfRealAndLargeCatalogues_takesFarFewerStepsThanAreAdmitted()
      throws TooMuchWork {
    assertThat(stepsOfAllCommands(CONTROL_API)).isLessThan(Needs.MAX_STEPS / 1_000);
    assertThat(stepsOfAllCommands(RandomCatalogues.large(3, 10_000)))
        .isLessThan(Needs.MAX_STEPS / 50);
  }

  @Test
  void of_chosenCondition_hasItsCallsToo() throws TooMuchWork {
    Wanted.Builder wanted = Wanted.builder(CONTROL_API);
    wanted.command(CONTROL_API.command("ably queues list").orElseThrow(), Set.of("app"));
    assertThat(Needs.of(wanted.build())).hasToString("AnyOf[sets=[[read:app, read:queue]]]");
  }

  @Test
  void of_whatNobodyMapped_isNobodyAndSaysWhich() throws TooMuchWork {
    Needs needs =
        Needs.of(wanted(CONTROL_API, "ably support ask", "list-apps", "update-app-pkcs12"));
    assertThat(needs).hasToString("Nobody[calls=[POST /help, update-app-pkcs12]]");
  }

  @Test
  void of_fixedRequirements_isTheStrongest() throws TooMuchWork {
    Catalogue catalogue =
        new Sample()
            .capabilities("a")
            .operation("open", Requires.PUBLIC)
            .operation("open2", Requires.PUBLIC)
            .operation("token", Requires.ANY_TOKEN)
            .operation("one", all("a"))
            .catalogue();
    assertThat(Needs.of(wanted(catalogue))).isEqualTo(Needs.Fixed.NOTHING);
    assertThat(Needs.of(wanted(catalogue, "open", "open2"))).isEqualTo(Needs.Fixed.NOTHING);
    assertThat(Needs.of(wanted(catalogue, "open", "token"))).isEqualTo(Needs.Fixed.ANY_TOKEN);
    assertThat(Needs.of(wanted(catalogue, "token", "open"))).isEqualTo(Needs.Fixed.ANY_TOKEN);
    assertThat(sets(catalogue, "open", "token", "one")).containsExactly("a");
  }

  @Test
  void of_choices_areAllThereTheFewestFirst() throws TooMuchWork {
    Catalogue catalogue =
        new Sample()
            .capabilities("a", "b", "c", "d")
            .operation("x", any(all("a"), all("b", "c")))
            .operation("y", any(all("d"), all("b")))
            .catalogue();
    assertThat(sets(catalogue, "x", "y")).containsExactly("a, b", "a, d", "b, c");
  }

  @Test
  void of_preferredAlternative_areTheSameSetsInTheSameOrder() throws TooMuchWork {
    Catalogue catalogue =
        new Sample()
            .capabilities("a", "b", "c")
            .operation("x", any(all("a"), all("b", "c").preferred()))
            .catalogue();
    assertThat(sets(catalogue, "x")).containsExactly("a", "b, c");
  }

  @Test
  void of_impliedCapability_isLeftOutAndPowerIsNotSuggested() throws TooMuchWork {
    Catalogue catalogue =
        new Sample()
            .capability("admin", c -> c.implies("write"))
            .capability("write", c -> c.implies("read"))
            .capabilities("read")
            .operation("x", all("read"))
            .operation("y", any(all("admin"), all("write")))
            .operation("z", any(all("admin", "read")))
            .catalogue();
    assertThat(sets(catalogue, "x")).containsExactly("read");
    assertThat(sets(catalogue, "y")).containsExactly("write");
    assertThat(sets(catalogue, "x", "y")).containsExactly("write");
    assertThat(sets(catalogue, "z", "x")).containsExactly("admin");
  }

  @Test
  void of_equallyMany_areReadThenWriteThenAdminThenUnstatedThenCatalogueOrder() throws TooMuchWork {
    Catalogue catalogue =
        new Sample()
            .capabilities("unstated")
            .capability("admin", c -> c.access(Access.ADMIN))
            .capability("write", c -> c.access(Access.WRITE))
            .capability("read1", c -> c.access(Access.READ))
            .capability("read2", c -> c.access(Access.READ))
            .operation(
                "x", any(all("unstated"), all("admin"), all("write"), all("read2"), all("read1")))
            .catalogue();
    assertThat(sets(catalogue, "x"))
        .containsExactly("read1", "read2", "write", "admin", "unstated");
  }

  @Test
  void of_equallyMany_countsTheMostAccessBeforeTheLess() throws TooMuchWork {
    Catalogue catalogue =
        new Sample()
            .capability("admin", c -> c.access(Access.ADMIN))
            .capability("read", c -> c.access(Access.READ))
            .capability("write1", c -> c.access(Access.WRITE))
            .capability("write2", c -> c.access(Access.WRITE))
            .operation("x", any(all("admin", "read"), all("write1", "write2")))
            .catalogue();
    assertThat(sets(catalogue, "x")).containsExactly("write1, write2", "admin, read");
  }

  @Test
  void of_request_needsEveryOperationAsked() throws TooMuchWork {
    Catalogue catalogue =
        new Sample()
            .capabilities("a", "b")
            .operation("left", "/x/{p}", all("a"))
            .operation("right", "/{p}/y", all("b"))
            .catalogue();
    Wanted wanted =
        Wanted.builder(catalogue).request(Sample.engine(catalogue).match("GET", "/x/y")).build();
    assertThat(Needs.of(wanted)).hasToString("AnyOf[sets=[[a, b]]]");
  }

  @Test
  void of_manyCapabilities_areNumberedAsTheyAreMet() throws TooMuchWork {
    Sample sample = new Sample();
    for (int i = 0; i < 130; i++) {
      sample.capabilities("c" + i);
    }
    Catalogue catalogue =
        sample.operation("x", any(all("c129", "c64"), all("c63", "c128"))).catalogue();
    assertThat(sets(catalogue, "x")).containsExactly("c63, c128", "c64, c129");
  }

  @Test
  void of_choicesThatCombineInTooManyWays_isRefused() {
    Sample sample = new Sample();
    String[] names = new String[40];
    for (int i = 0; i < names.length; i++) {
      names[i] = "x" + i;
      sample.capabilities("a" + i, "b" + i).operation(names[i], any(all("a" + i), all("b" + i)));
    }
    Catalogue catalogue = sample.catalogue();
    assertThatThrownBy(() -> Needs.of(wanted(catalogue, names)))
        .isInstanceOf(TooMuchWork.class)
        .hasMessageContaining("the choices combine in too many ways");
  }

  @Test
  void needs_boundReachedExactly_isAnswered() throws TooMuchWork {
    Catalogue catalogue =
        new Sample().capabilities("a", "b").operation("x", any(all("a"), all("b"))).catalogue();
    Alternatives alternatives = (Alternatives) catalogue.operations().get(0).requirement();
    long least = 0;
    for (boolean isAnswered = false; !isAnswered; ) {
      try {
        isAnswered = LeastSets.of(catalogue, List.of(alternatives), new Steps(least)).size() == 2;
      } catch (TooMuchWork e) {
        least++;
      }
    }
    // Two look-ups in the empty set, two sets made, and one capability in each to name them.
    assertThat(least).isEqualTo(2 + 2 * 50 + 2);
  }
}
