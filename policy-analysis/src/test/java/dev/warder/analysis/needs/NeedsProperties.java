package dev.warder.analysis.needs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.analysis.TooMuchWork;
import dev.warder.engine.Grant;
import dev.warder.engine.Match;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.Access;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.Condition;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import dev.warder.model.RandomCatalogues;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is needed, against trying every set of capabilities on the engine. */
class NeedsProperties {
  private static final String ACCOUNT = "acc-1";

  @Provide
  Arbitrary<Catalogue> catalogue() {
    return RandomCatalogues.small();
  }

  /** Things wanted, and how the engine itself answers whether a grant suffices for all of them. */
  private static final class Wish {
    final PolicyEngine engine;
    final Wanted wanted;
    private final List<Predicate<Grant>> asked = new ArrayList<>();

    Wish(Catalogue catalogue, Random random) {
      this.engine = PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller());
      Wanted.Builder builder = Wanted.builder(catalogue);
      for (int i = random.nextInt(5); i > 0; i--) {
        Operation operation = pick(catalogue.operations(), random);
        if (random.nextInt(3) == 0 && !catalogue.commands().isEmpty()) {
          add(pick(catalogue.commands(), random), builder, random);
        } else if (random.nextBoolean()) {
          builder.operation(operation);
          asked.add(grant -> engine.preflight(grant, operation).isAllowed());
        } else {
          add(operation.method(), path(operation), builder);
        }
      }
      this.wanted = builder.build();
    }

    private static <T> T pick(List<T> list, Random random) {
      return list.get(random.nextInt(list.size()));
    }

    private void add(Command command, Wanted.Builder builder, Random random) {
      Set<String> conditions = new HashSet<>();
      for (Condition condition : command.conditions()) {
        if (random.nextBoolean() || command.calls().isEmpty()) {
          conditions.add(condition.name());
        }
      }
      builder.command(command, conditions);
      asked.add(grant -> engine.preflight(grant, command, conditions).isAllowed());
    }

    private void add(String method, String path, Wanted.Builder builder) {
      Match match = engine.match(method, path);
      if (match.refusal().isEmpty()) {
        builder.request(match);
        asked.add(grant -> engine.decide(grant, method, path, ACCOUNT).isAllowed());
      }
    }

    /** Returns a path whose every parameter is the grant's account. */
    private static String path(Operation operation) {
      StringBuilder path = new StringBuilder();
      for (PathSegment segment : operation.template().segments()) {
        path.append('/')
            .append(segment instanceof PathSegment.Literal literal ? literal.text() : ACCOUNT);
      }
      return path.toString();
    }

    boolean suffices(Grant grant) {
      return asked.stream().allMatch(question -> question.test(grant));
    }

    Grant grant(Iterable<Capability> capabilities) {
      List<String> raws = new ArrayList<>();
      capabilities.forEach(capability -> raws.add(capability.raw()));
      return engine.grant(ACCOUNT, raws);
    }

    /** Returns every set of capabilities that there is, smaller ones not always first. */
    List<Set<Capability>> everySet() {
      List<Capability> all = engine.catalogue().capabilities();
      List<Set<Capability>> sets = new ArrayList<>();
      for (int bits = 0; bits < 1 << all.size(); bits++) {
        int number = bits;
        Set<Capability> set = new LinkedHashSet<>();
        IntStream.range(0, all.size())
            .filter(i -> (number & 1 << i) != 0)
            .forEach(i -> set.add(all.get(i)));
        sets.add(set);
      }
      return sets;
    }
  }

  @Property(tries = 400)
  void of_anythingWanted_isWhatTryingEverySetFinds(
      @ForAll("catalogue") Catalogue catalogue, @ForAll long seed) throws TooMuchWork {
    Wish wish = new Wish(catalogue, new Random(seed));
    List<Set<Capability>> suffice =
        wish.everySet().stream().filter(set -> wish.suffices(wish.grant(set))).toList();
    Needs needs = Needs.of(wish.wanted);
    if (wish.suffices(wish.engine.anonymous())) {
      assertThat(needs).isEqualTo(Needs.Fixed.NOTHING);
    } else if (suffice.isEmpty()) {
      assertThat(needs).isInstanceOf(Needs.Nobody.class);
    } else if (suffice.contains(Set.<Capability>of())) {
      assertThat(needs).isEqualTo(Needs.Fixed.ANY_TOKEN);
    } else {
      assertThat(needs).isInstanceOf(Needs.AnyOf.class);
      assertThat(((Needs.AnyOf) needs).sets())
          .containsExactlyInAnyOrderElementsOf(least(catalogue, suffice));
    }
  }

  /** Returns for each closure with no smaller one that suffices the smallest set that has it. */
  private static List<Set<Capability>> least(Catalogue catalogue, List<Set<Capability>> suffice) {
    Set<Set<Capability>> closures = new LinkedHashSet<>();
    suffice.forEach(set -> closures.add(catalogue.closure(set)));
    List<Set<Capability>> least = new ArrayList<>();
    for (Set<Capability> closure : closures) {
      if (closures.stream().noneMatch(c -> c.size() < closure.size() && closure.containsAll(c))) {
        least.add(
            suffice.stream()
                .filter(set -> catalogue.closure(set).equals(closure))
                .min((a, b) -> Integer.compare(a.size(), b.size()))
                .orElseThrow());
      }
    }
    return least;
  }

  @Property(tries = 400)
  void of_anythingWanted_sufficesAndNoPartOfItDoes(
      @ForAll("catalogue") Catalogue catalogue, @ForAll long seed) throws TooMuchWork {
    Wish wish = new Wish(catalogue, new Random(seed));
    if (Needs.of(wish.wanted) instanceof Needs.AnyOf any) {
      for (Set<Capability> set : any.sets()) {
        assertThat(wish.suffices(wish.grant(set))).isTrue();
        for (Capability capability : set) {
          Set<Capability> part = new LinkedHashSet<>(set);
          part.remove(capability);
          assertThat(wish.suffices(wish.grant(part))).isFalse();
        }
      }
    }
  }

  @Property(tries = 400)
  void of_anythingWanted_isInOrder(@ForAll("catalogue") Catalogue catalogue, @ForAll long seed)
      throws TooMuchWork {
    Wish wish = new Wish(catalogue, new Random(seed));
    if (Needs.of(wish.wanted) instanceof Needs.AnyOf any) {
      List<String> keys = any.sets().stream().map(NeedsProperties::key).toList();
      assertThat(keys).isSorted();
    }
  }

  /** Returns counts and places as text that sorts as the sets should. */
  private static String key(Set<Capability> set) {
    StringBuilder key = new StringBuilder().append((char) set.size());
    key.append((char) set.stream().filter(c -> c.access().isEmpty()).count());
    for (Access access : List.of(Access.ADMIN, Access.WRITE, Access.READ)) {
      key.append(
          (char)
              set.stream().filter(c -> c.access().equals(java.util.Optional.of(access))).count());
    }
    set.forEach(capability -> key.append((char) capability.ordinal()));
    return key.toString();
  }
}
