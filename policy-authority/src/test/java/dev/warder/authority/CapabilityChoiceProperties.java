package dev.warder.authority;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.ControlApi;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** That choices are a set: united, whatever their order and however often they are said. */
class CapabilityChoiceProperties {
  private static final Catalogue CATALOGUE = ControlApi.catalogue();
  private static final CapabilityChoice CHOICE = CapabilityChoice.of(CATALOGUE);

  @Provide
  Arbitrary<List<String>> choices() {
    List<String> sayable =
        new ArrayList<>(List.of("all", "all read", "ALL WRITE", "all of Apps", "all of queues"));
    CATALOGUE.capabilities().forEach(capability -> sayable.add(capability.raw()));
    CATALOGUE.capabilities().forEach(capability -> sayable.add(capability.label()));
    return Arbitraries.of(sayable).list().ofMinSize(1).ofMaxSize(6);
  }

  @Property
  void choose_any_isTheUnionOfWhatEachMeans(@ForAll("choices") List<String> choices)
      throws Refused {
    Set<String> union = new HashSet<>();
    for (String choice : choices) {
      union.addAll(CHOICE.choose(List.of(choice)));
    }
    assertThat(CHOICE.choose(choices))
        .containsExactlyElementsOf(
            CATALOGUE.capabilities().stream()
                .map(Capability::raw)
                .filter(union::contains)
                .toList());
  }

  @Property
  void choose_inAnotherOrderAndTwice_isTheSame(
      @ForAll("choices") List<String> choices, @ForAll Random random) throws Refused {
    List<String> others = new ArrayList<>(choices);
    others.addAll(choices.subList(0, random.nextInt(choices.size() + 1)));
    Collections.shuffle(others, random);
    assertThat(CHOICE.choose(others)).containsExactlyElementsOf(CHOICE.choose(choices));
  }
}
