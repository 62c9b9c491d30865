package dev.warder.analysis.reference;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.joining;

import com.google.common.net.UrlEscapers;
import dev.warder.analysis.TooMuchWork;
import dev.warder.analysis.sets.MinimalSets;
import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Preflight;
import dev.warder.engine.Reason;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.Access;
import dev.warder.model.Alternatives;
import dev.warder.model.Call;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Command;
import dev.warder.model.Condition;
import dev.warder.model.Operation;
import dev.warder.model.Requirement;
import dev.warder.model.Steps;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** Chooses at random, and knows from the engine what the page must answer. */
final class PageOracle {
  /** Chooses {@code [id of the row, index of the case or -1]}, and returns what is needed. */
  static final String PICK_NEEDS =
      """
      picks => {
        document.getElementById('wanted-clear').click();
        for (const [id, k] of picks) {
          const row = document.getElementById(id);
          const box = k < 0 ? row.querySelector('th input') : row.querySelectorAll('.when input')[k];
          if (!box.checked) {
            box.click();
          }
        }
        const answer = document.getElementById('needs');
        const codes = element => [...element.querySelectorAll('code')].map(code => code.textContent);
        return [
          ...[...answer.querySelectorAll('.least li')].map(item => codes(item).join(' ')),
          ...[...answer.querySelectorAll('p.warn')].map(p => 'unmapped ' + codes(p).sort().join(' ')),
          ...(answer.textContent === 'Any token, whatever it carries.' ? ['any token'] : []),
          ...(answer.textContent === 'Nothing, not even a token.' ? ['nothing'] : []),
        ];
      }
      """;

  /** Chooses capabilities, and returns what the page says of every operation and command. */
  static final String PICK_CAN =
      """
      async raws => {
        document.getElementById('carried-clear').click();
        raws.forEach(id => document.getElementById(id).querySelector('input').click());
        document.querySelectorAll('#can-lists details').forEach(each => { each.open = true; });
        await new Promise(done => setTimeout(done));
        return [...document.querySelectorAll('#can-lists details')].flatMap(each =>
          [...each.querySelectorAll('li')].map(item => each.querySelector('summary').textContent.split(':')[0]
            + ' ' + item.querySelector('a').textContent
            + [...item.querySelectorAll('.note')].map(note => ' | ' + note.textContent).join('')));
      }
      """;

  /** Returns how many texts were looked at, and those with too little contrast. */
  static final String POOR_CONTRAST =
      """
      (() => {
        const parse = text => text.match(/[\\d.]+/g).map(Number);
        const over = ([r, g, b, a = 1], [R, G, B]) =>
          [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a)];
        const background = element => {
          if (!element) {
            return [255, 255, 255];
          }
          const colour = parse(getComputedStyle(element).backgroundColor);
          const isOpaque = colour.length === 3 || colour[3] === 1;
          return isOpaque ? colour : over(colour, background(element.parentElement));
        };
        const luminance = colour => {
          const [r, g, b] = colour.map(each => each / 255)
            .map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const poor = [];
        let looked = 0;
        const look = (element, pseudo) => {
          const behind = background(element);
          const colour = over(parse(getComputedStyle(element, pseudo).color), behind);
          const [dark, light] = [luminance(colour), luminance(behind)].sort((a, b) => a - b);
          const ratio = (light + 0.05) / (dark + 0.05);
          looked++;
          if (ratio < 4.5) {
            poor.push(ratio.toFixed(2) + ' ' + element.outerHTML.slice(0, 100));
          }
        };
        for (const element of document.body.querySelectorAll('*')) {
          const hasText = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
          if (hasText && element.checkVisibility()) {
            look(element, null);
          }
          if (element.dataset.label && element.checkVisibility()) {
            look(element, '::before');
          }
        }
        look(document.getElementById('search'), '::placeholder');
        return {looked, poor};
      })()
      """;

  private static final int MOST_LISTED = 100;
  private static final Comparator<List<Capability>> BEST_FIRST =
      Comparator.<List<Capability>>comparingInt(List::size)
          .thenComparing(PageOracle::access)
          .thenComparing(PageOracle::places);

  private final Catalogue catalogue;
  private final PolicyEngine engine;
  private final Random random;

  /** Some calls to ask about, how to choose them, and some capabilities. */
  record Selection(
      List<List<Object>> needs, Set<Call> calls, List<String> capabilities, Set<Capability> held) {}

  PageOracle(Catalogue catalogue, long seed) {
    this.catalogue = catalogue;
    this.engine = PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller());
    this.random = new Random(seed);
  }

  /** Chooses at random, but no more than the page lists. */
  Selection select() {
    Selection selection = choose();
    return leastSets(selection).size() > MOST_LISTED ? select() : selection;
  }

  private Selection choose() {
    List<List<Object>> picks = new ArrayList<>();
    Set<Call> calls = new LinkedHashSet<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      Operation operation = any(catalogue.operations());
      picks.add(List.of("operation/" + operation.id(), -1));
      calls.add(new Call.Known(operation));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      Command command = any(catalogue.commands());
      calls.addAll(command.calls());
      String row = "command/" + UrlEscapers.urlFragmentEscaper().escape(command.name());
      if (!command.calls().isEmpty()) {
        picks.add(List.of(row, -1));
      }
      for (int k = 0; k < command.conditions().size(); k++) {
        if (random.nextBoolean()) {
          picks.add(List.of(row, k));
          calls.addAll(command.conditions().get(k).calls());
        }
      }
    }
    Set<Capability> held = new LinkedHashSet<>();
    for (int i = random.nextInt(catalogue.capabilities().size() / 4); i >= 0; i--) {
      held.add(any(catalogue.capabilities()));
    }
    return new Selection(
        picks, calls, held.stream().map(c -> "capability/" + c.raw()).toList(), held);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** Returns the least sets, each in catalogue order, and the words that the page has besides. */
  List<String> least(Selection selection) {
    List<String> expected = new ArrayList<>(leastSets(selection));
    String unmapped =
        selection.calls().stream()
            .filter(call -> requirement(call) == Requirement.Fixed.UNMAPPED)
            .map(Call::toString)
            .sorted()
            .collect(joining(" "));
    if (expected.contains("")) {
      expected.clear();
      if (unmapped.isEmpty()) {
        boolean isPublic =
            selection.calls().stream()
                .allMatch(call -> requirement(call) == Requirement.Fixed.PUBLIC);
        expected.add(isPublic ? "nothing" : "any token");
      }
    }
    if (!unmapped.isEmpty()) {
      expected.add("unmapped " + unmapped);
    }
    return expected;
  }

  private static Requirement requirement(Call call) {
    return call instanceof Call.Known known
        ? known.operation().requirement()
        : Requirement.Fixed.UNMAPPED;
  }

  private List<String> leastSets(Selection selection) {
    List<List<BitSet>> requirements =
        selection.calls().stream()
            .map(PageOracle::requirement)
            .filter(Alternatives.class::isInstance)
            .map(requirement -> ((Alternatives) requirement).asList())
            .map(all -> all.stream().map(this::closure).toList())
            .toList();
    try {
      return MinimalSets.of(requirements, new Steps(10_000_000)).stream()
          .map(this::generators)
          .sorted(BEST_FIRST)
          .map(set -> set.stream().map(Capability::raw).collect(joining(" ")))
          .toList();
    } catch (TooMuchWork e) {
      throw new AssertionError(e);
    }
  }

  private BitSet closure(Collection<Capability> all) {
    BitSet bits = new BitSet();
    catalogue.closure(all).forEach(capability -> bits.set(capability.ordinal()));
    return bits;
  }

  private List<Capability> generators(BitSet closed) {
    List<Capability> all = closed.stream().mapToObj(catalogue.capabilities()::get).toList();
    return all.stream()
        .filter(
            capability ->
                all.stream()
                    .filter(other -> !other.equals(capability))
                    .noneMatch(other -> catalogue.closure(List.of(other)).contains(capability)))
        .toList();
  }

  /** A digit for each capability's access, the greatest first. */
  private static String access(List<Capability> set) {
    return set.stream()
        .map(c -> c.access().map(Access::ordinal).orElse(Access.values().length))
        .sorted(Comparator.reverseOrder())
        .map(String::valueOf)
        .collect(joining());
  }

  private static String places(List<Capability> set) {
    return set.stream().map(c -> String.format("%06d", c.ordinal())).collect(joining());
  }

  /** Returns what the page says of every operation and command. */
  List<String> allowed(Selection selection) {
    Grant grant = engine.grant("A", selection.held().stream().map(Capability::raw).toList());
    return Stream.concat(
            catalogue.operations().stream().map(operation -> line(grant, operation)),
            catalogue.commands().stream().map(command -> line(grant, command)))
        .toList();
  }

  private String line(Grant grant, Operation operation) {
    Preflight preflight = engine.preflight(grant, operation);
    String request = operation.method() + " " + operation.template();
    return preflight.isAllowed()
        ? "Allowed " + request
        : "Missing something " + request + " | " + misses(preflight);
  }

  private String line(Grant grant, Command command) {
    List<Preflight> conditions =
        command.conditions().stream()
            .map(condition -> engine.preflight(grant, command, Set.of(condition.name())))
            .toList();
    if (!command.calls().isEmpty()) {
      Preflight always = engine.preflight(grant, command, Set.of());
      if (!always.isAllowed()) {
        return "Missing something " + command + " | " + misses(always);
      }
    }
    boolean isAllowed =
        !command.calls().isEmpty() || conditions.stream().anyMatch(Preflight::isAllowed);
    StringBuilder line = new StringBuilder(isAllowed ? "Allowed " : "Missing something ");
    line.append(command);
    for (int k = 0; k < conditions.size(); k++) {
      Condition condition = command.conditions().get(k);
      line.append(" | in the case ")
          .append(condition)
          .append(": ")
          .append(misses(conditions.get(k)));
    }
    return line.toString();
  }

  private static String misses(Preflight preflight) {
    if (preflight.isAllowed()) {
      return "allowed";
    }
    String missing =
        preflight.enough().stream()
            .sorted(comparingInt(Capability::ordinal))
            .map(capability -> capability.label() + " " + capability.raw())
            .collect(joining(" and "));
    String unmapped =
        preflight.calls().stream()
            .filter(answer -> answer.reason() == Reason.UNMAPPED_OPERATION)
            .map(answer -> answer.call().toString())
            .collect(joining(" and "));
    return Stream.of(
            missing.isEmpty() ? "" : "misses " + missing,
            unmapped.isEmpty() ? "" : "unmapped: " + unmapped)
        .filter(words -> !words.isEmpty())
        .collect(joining("; "));
  }
}
