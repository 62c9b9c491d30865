package dev.warder.cli.issuer;

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

/** Finds what a profile sets to use keys of an issuer that the strict profile leaves out. */
final class MoreKeys {
  /** The most usual algorithm for each kind of key. */
  private static final List<Algorithm> USUAL =
      List.of(Algorithm.RS256, Algorithm.ES256, Algorithm.ES384, Algorithm.ES512, Algorithm.EDDSA);

  private final PublishedKeys published;
  private int most;
  private List<String> options = List.of();

  private MoreKeys(PublishedKeys published, int most) {
    this.published = published;
    this.most = most;
  }

  /**
   * Returns the lines of a profile that uses the most keys; none where the strict one does.
   *
   * @param strict how many keys the strict profile uses
   */
  static List<String> options(PublishedKeys published, int strict) {
    MoreKeys more = new MoreKeys(published, strict);
    more.tryWithoutAlgorithm(TokenProfile.builder(), List.of());
    TokenProfileBuilder withoutId = TokenProfile.builder().acceptTokensAndKeysWithoutKeyId();
    List<String> keyId = List.of("`keyId: optional`");
    more.keepIfBetter(more.used(withoutId).size(), keyId);
    more.tryWithoutAlgorithm(withoutId, keyId);
    return more.options;
  }

  /** Adds each usual algorithm that makes the profile use more keys. */
  private void tryWithoutAlgorithm(TokenProfileBuilder profile, List<String> others) {
    Set<Algorithm> algorithms = EnumSet.noneOf(Algorithm.class);
    used(profile).forEach(key -> algorithms.add(key.algorithm()));
    profile.acceptKeysWithoutAlgorithm();
    int best = algorithms.isEmpty() ? 0 : used(profile, algorithms);
    for (Algorithm usual : USUAL) {
      Set<Algorithm> more = EnumSet.copyOf(algorithms);
      more.add(usual);
      int used = used(profile, more);
      if (used > best) {
        best = used;
        algorithms.add(usual);
      }
    }
    List<String> lines = new ArrayList<>(List.of("`keysWithoutAlgorithm: accepted`"));
    lines.add("`algorithms: " + algorithms + "`");
    lines.addAll(others);
    keepIfBetter(best, lines);
  }

  private void keepIfBetter(int used, List<String> lines) {
    if (used > most) {
      most = used;
      options = lines;
    }
  }

  private int used(TokenProfileBuilder profile, Set<Algorithm> algorithms) {
    List<Algorithm> all = List.copyOf(algorithms);
    Algorithm[] others = all.subList(1, all.size()).toArray(Algorithm[]::new);
    return used(profile.algorithms(all.get(0), others)).size();
  }

  private List<UsedKey> used(TokenProfileBuilder profile) {
    try {
      return published.keys(profile.build()).used();
    } catch (InvalidKeySet e) {
      return List.of();
    }
  }
}
