package dev.warder.analysis.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.warder.analysis.TooMuchWork;
import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Preflight;
import dev.warder.engine.Reason;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.Call;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.RandomCatalogues;
import dev.warder.model.Steps;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the reference says of needs is what the engine answers. */
class CallNeedsProperties {

  @Provide
  Arbitrary<Catalogue> catalogues() {
    return RandomCatalogues.small();
  }

  private static Set<Capability> some(Catalogue catalogue, Random random) {
    Set<Capability> some = new LinkedHashSet<>();
    catalogue.capabilities().stream().filter(c -> random.nextBoolean()).forEach(some::add);
    return some;
  }

  private static Grant grant(PolicyEngine engine, Set<Capability> held) {
    return engine.grant("A", held.stream().map(Capability::raw).toList());
  }

  private static boolean meets(Catalogue catalogue, Set<Capability> held, CallNeeds needs) {
    Set<Capability> had = catalogue.closure(held);
    return had.containsAll(needs.all())
        && needs.oneOf().stream().allMatch(c -> c.stream().anyMatch(had::containsAll));
  }

  private static boolean missesNone(Preflight preflight) {
    return preflight.calls().stream()
        .noneMatch(answer -> answer.reason() == Reason.MISSING_CAPABILITY);
  }

  @Property
  void needs_areMetByExactlyThoseWhoMissNothing(
      @ForAll("catalogues") Catalogue catalogue, @ForAll Random random) throws Exception {
    PolicyEngine engine = PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller());
    for (CommandEntry entry : Entries.of(catalogue).commands()) {
      Command command = entry.command();
      for (int i = 0; i < 8; i++) {
        Set<Capability> held = some(catalogue, random);
        Grant grant = grant(engine, held);
        if (!command.calls().isEmpty()) {
          Preflight preflight = engine.preflight(grant, command, Set.of());
          assertThat(meets(catalogue, held, entry.always())).isEqualTo(missesNone(preflight));
          assertThat(entry.always().unmapped())
              .isEqualTo(
                  preflight.calls().stream()
                      .filter(answer -> answer.reason() == Reason.UNMAPPED_OPERATION)
                      .map(Preflight.CallAnswer::call)
                      .toList());
        }
        for (CommandEntry.Further further : entry.when()) {
          assertThat(
                  meets(catalogue, held, entry.always()) && meets(catalogue, held, further.needs()))
              .isEqualTo(
                  missesNone(engine.preflight(grant, command, Set.of(further.condition().name()))));
        }
      }
    }
  }

  @Property
  void needsBesideSomeHeld_areMetByWhoHasBoth(
      @ForAll("catalogues") Catalogue catalogue, @ForAll Random random) {
    for (Command command : catalogue.commands()) {
      Set<Capability> held = some(catalogue, random);
      Set<Capability> more = some(catalogue, random);
      CallNeeds whole = needs(catalogue, command.calls(), List.of());
      CallNeeds rest = needs(catalogue, command.calls(), held);
      Set<Capability> both = new LinkedHashSet<>(held);
      both.addAll(more);
      assertThat(meets(catalogue, both, rest)).isEqualTo(meets(catalogue, both, whole));
      assertThat(rest.areMet()).isEqualTo(meets(catalogue, held, whole));
      assertThat(rest.capabilities()).noneMatch(held::contains);
      rest.oneOf().forEach(choice -> assertThat(choice.size()).isGreaterThan(1));
    }
  }

  @Property
  void token_isNeededUnlessAllIsPublic(@ForAll("catalogues") Catalogue catalogue) {
    PolicyEngine engine = PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller());
    for (Command command : catalogue.commands()) {
      CallNeeds needs = needs(catalogue, command.calls(), List.of());
      assertThat(needs.token())
          .isEqualTo(
              !command.calls().isEmpty()
                  && !engine.preflight(engine.anonymous(), command, Set.of()).isAllowed());
    }
  }

  @Property
  void difference_understatesWhereATokenWithItMissesSomething(
      @ForAll("catalogues") Catalogue catalogue) throws Exception {
    PolicyEngine engine = PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller());
    for (CommandEntry entry : Entries.of(catalogue).commands()) {
      for (CommandEntry.Difference difference : entry.differences()) {
        Grant grant =
            difference.documented().words().equals("public")
                ? engine.anonymous()
                : grant(engine, difference.documented().alternative());
        if (!entry.command().calls().isEmpty()) {
          Preflight preflight = engine.preflight(grant, entry.command(), Set.of());
          assertThat(difference.documented().understates()).isEqualTo(!missesNone(preflight));
          assertThat(difference.documented().missing())
              .containsExactlyElementsOf(preflight.enough());
        }
      }
    }
  }

  /** Whatever a token has besides, what is not needed makes no call possible; all else does. */
  @Property(tries = 300)
  void difference_superfluous_isWhatHelpsNobody(@ForAll("catalogues") Catalogue catalogue)
      throws Exception {
    for (CommandEntry entry : Entries.of(catalogue).commands()) {
      for (CommandEntry.Difference difference : entry.differences()) {
        Set<Capability> fewer = new LinkedHashSet<>(difference.documented().alternative());
        fewer.removeAll(difference.superfluous());
        assertThat(helps(catalogue, entry.command(), fewer, difference.documented().alternative()))
            .isFalse();
        for (Capability needed : fewer) {
          Set<Capability> tooFew = new LinkedHashSet<>(fewer);
          tooFew.remove(needed);
          assertThat(helps(catalogue, entry.command(), tooFew, fewer)).isTrue();
        }
      }
    }
  }

  /** Returns whether some token can make a call with some more capabilities, and not with fewer. */
  private static boolean helps(
      Catalogue catalogue, Command command, Set<Capability> fewer, Set<Capability> more) {
    return Sets.powerSet(ImmutableSet.copyOf(catalogue.capabilities())).stream()
        .anyMatch(
            token ->
                !met(catalogue, command, Sets.union(token, fewer))
                    .equals(met(catalogue, command, Sets.union(token, more))));
  }

  private static List<Call> met(Catalogue catalogue, Command command, Set<Capability> held) {
    return Stream.concat(
            command.calls().stream(),
            command.conditions().stream().flatMap(c -> c.calls().stream()))
        .distinct()
        .filter(call -> meets(catalogue, held, needs(catalogue, List.of(call), List.of())))
        .toList();
  }

  private static CallNeeds needs(
      Catalogue catalogue, Collection<Call> calls, Collection<Capability> held) {
    Command any = catalogue.commands().get(0);
    try {
      return CallNeeds.of(catalogue, calls, held, new CommandWork(new Steps(1_000_000), any));
    } catch (TooMuchWork e) {
      throw new AssertionError("a small catalogue", e);
    }
  }
}
