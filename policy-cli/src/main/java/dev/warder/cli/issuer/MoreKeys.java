package dev.warder.cli.issuer;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.warder.gate.token.Algorithm;
import dev.warder.gate.token.InvalidKeySet;
import dev.warder.gate.token.PublishedKeys;
import dev.warder.gate.token.TokenProfile;
import dev.warder.gate.token.TokenProfileBuilder;
import dev.warder.gate.token.UsedKey;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds what a profile sets to use keys of an issuer that another profile leaves out. */
final class MoreKeys {
  /** The most usual algorithm for each kind of key. */
  private static final List<Algorithm> USUAL =
      List.of(Algorithm.RS256, Algorithm.ES256, Algorithm.ES384, Algorithm.ES512, Algorithm.EDDSA);

  private static final String STRICT = TokenProfile.strict().name();

  private final PublishedKeys published;
  private final Set<Integer> before;
  private Set<Integer> most;
  private List<String> lines = List.of();

  private MoreKeys(PublishedKeys published, Set<Integer> before) {
    this.published = published;
    this.before = before;
    this.most = before;
  }

  /**
   * Finds the lines of a file that uses the most keys, and all that are used already.
   *
   * @param used the keys that are used already
   */
  static MoreKeys beside(List<UsedKey> used, PublishedKeys published) {
    MoreKeys more = new MoreKeys(published, numbers(used));
    List<UsedKey> strict = more.used(TokenProfile.builder());
    more.keepIfBetter(strict, List.of("`algorithms: " + algorithms(strict) + "`"));
    more.tryWithoutAlgorithm(TokenProfile.builder(), List.of());
    TokenProfileBuilder withoutId = TokenProfile.builder().acceptTokensAndKeysWithoutKeyId();
    List<String> keyId = List.of("`keyId: optional`");
    more.keepIfBetter(more.used(withoutId), keyId);
    more.tryWithoutAlgorithm(withoutId, keyId);
    return more;
  }

  private static Set<Integer> numbers(List<UsedKey> keys) {
    return keys.stream().map(UsedKey::number).collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Returns the lines of the file; none where no file uses more keys.
   *
   * @param profile the profile that leaves the keys out: its name, or its file
   * @param isFile whether it is a file, which has the first lines already
   */
  List<String> lines(String profile, boolean isFile) {
    if (lines.isEmpty() || isFile) {
      return lines;
    }
    List<String> all = new ArrayList<>(List.of("`format: 1`"));
    if (!profile.equals(STRICT)) {
      all.add("`base: " + profile + "`");
    }
    all.addAll(lines);
    return all;
  }

  /**
   * Returns what to type, and which keys this adds.
   *
   * @param names the names of the profiles that use the most keys
   */
  List<String> advice(String profile, boolean isFile, List<String> names) {
    if (lines.isEmpty()) {
      return List.of();
    }
    List<String> advice = new ArrayList<>();
    if (profile.equals(STRICT) && !names.isEmpty() && !names.contains(STRICT)) {
      String one = names.size() == 1 ? "" : "with one of ";
      advice.add(toUse(usedUnder(names.get(0))) + "--profile " + one + String.join(", ", names));
    }
    String file = isFile ? "in the file, write " : "--profile FILE, a file with ";
    advice.add(toUse(most) + file + String.join(" and ", lines(profile, isFile)));
    return advice;
  }

  private String toUse(Set<Integer> numbers) {
    List<Integer> added = Sets.difference(numbers, before).stream().sorted().toList();
    return (added.size() == 1 ? "to use key " : "to use keys ")
        + Joiner.on(", ").join(added)
        + ": ";
  }

  private Set<Integer> usedUnder(String name) {
    try {
      return numbers(published.keysUnder(name).used());
    } catch (InvalidKeySet e) {
      return Set.of();
    }
  }

  private static Set<Algorithm> algorithms(List<UsedKey> keys) {
    Set<Algorithm> algorithms = EnumSet.noneOf(Algorithm.class);
    keys.forEach(key -> algorithms.add(key.algorithm()));
    return algorithms;
  }

  /** Adds each usual algorithm that makes the profile use more keys. */
  private void tryWithoutAlgorithm(TokenProfileBuilder profile, List<String> others) {
    Set<Algorithm> algorithms = algorithms(used(profile));
    profile.acceptKeysWithoutAlgorithm();
    List<UsedKey> best = algorithms.isEmpty() ? List.of() : used(profile, algorithms);
    for (Algorithm usual : USUAL) {
      Set<Algorithm> more = EnumSet.copyOf(algorithms);
      more.add(usual);
      List<UsedKey> used = used(profile, more);
      if (used.size() > best.size()) {
        best = used;
        algorithms.add(usual);
      }
    }
    List<String> all = new ArrayList<>(List.of("`keysWithoutAlgorithm: accepted`"));
    all.add("`algorithms: " + algorithms + "`");
    all.addAll(others);
    keepIfBetter(best, all);
  }

  private void keepIfBetter(List<UsedKey> used, List<String> all) {
    Set<Integer> numbers = numbers(used);
    if (numbers.size() > most.size() && numbers.containsAll(before)) {
      most = numbers;
      lines = all;
    }
  }

  private List<UsedKey> used(TokenProfileBuilder profile, Set<Algorithm> algorithms) {
    List<Algorithm> all = List.copyOf(algorithms);
    Algorithm[] others = all.subList(1, all.size()).toArray(Algorithm[]::new);
    return used(profile.algorithms(all.get(0), others));
  }

  private List<UsedKey> used(TokenProfileBuilder profile) {
    try {
      return published.keys(profile.build()).used();
    } catch (InvalidKeySet e) {
      return List.of();
    }
  }
}
