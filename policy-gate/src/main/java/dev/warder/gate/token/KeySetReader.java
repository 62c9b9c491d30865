package dev.warder.gate.token;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Comparator.comparingInt;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a key set (RFC 7517, section 5). What cannot be used is left out; a set with nothing left
 * is refused.
 */
final class KeySetReader {
  /** The most bytes that a key set may have. */
  static final int MOST_BYTES = 256 * 1024;

  private static final int MOST_KEYS = 1_000;

  private final KeyRules rules;
  private final List<SignatureChecks> checks;
  private final List<IgnoredKey> ignored = new ArrayList<>();

  private KeySetReader(KeyRules rules, List<SignatureChecks> checks) {
    this.rules = rules;
    this.checks = checks;
  }

  /** The keys of a set: as they stand in it, as they check signatures, and those left out. */
  record ReadKeys(
      ImmutableList<KeyEntry> entries,
      ImmutableList<VerificationKey> keys,
      ImmutableList<UsedKey> used,
      ImmutableList<IgnoredKey> ignored) {}

  /** A key that can be used, and its place in the set, from 1. */
  private record Usable(int number, KeyEntry entry, VerificationKey key) {}

  /** Returns the keys of the key set that a JSON text is. */
  static ReadKeys read(byte[] json, KeyRules rules, List<SignatureChecks> checks)
      throws InvalidKeySet {
    return read(keys(json), rules, checks);
  }

  /** Returns the keys of a set, each given as JSON would be read. */
  static ReadKeys read(List<?> keys, KeyRules rules, List<SignatureChecks> checks)
      throws InvalidKeySet {
    return new KeySetReader(rules, checks).read(keys);
  }

  private ReadKeys read(List<?> keys) throws InvalidKeySet {
    List<Usable> usable = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      usable(keys.get(i), i + 1).ifPresent(usable::add);
    }
    if (usable.size() > 1) {
      usable.removeIf(this::isLeftOutForWantOfAnId);
    }
    ignored.sort(comparingInt(IgnoredKey::number));
    if (usable.isEmpty()) {
      throw InvalidKeySet.ofIgnored(ignored);
    }
    checkTogether(usable);
    return new ReadKeys(
        usable.stream().map(Usable::entry).collect(toImmutableList()),
        usable.stream().map(Usable::key).collect(toImmutableList()),
        usable.stream()
            .map(key -> new UsedKey(key.number(), key.entry()))
            .collect(toImmutableList()),
        ImmutableList.copyOf(ignored));
  }

  private Optional<Usable> usable(@Nullable Object key, int number) {
    if (!(key instanceof Map<?, ?> members)) {
      ignored.add(new IgnoredKey(number, null, List.of("not a JSON object"), true));
      return Optional.empty();
    }
    KeyReader reader = new KeyReader(members, rules);
    Optional<KeyEntry> entry = reader.read();
    if (entry.isEmpty()) {
      ignored.add(new IgnoredKey(number, reader.id(), reader.problems(), reader.isFault()));
      return Optional.empty();
    }
    Optional<VerificationKey> made = entry.get().key(checks);
    if (made.isEmpty()) {
      ignored.add(new IgnoredKey(number, reader.id(), List.of(notMade(entry.get())), true));
    }
    return made.map(one -> new Usable(number, entry.get(), one));
  }

  private String notMade(KeyEntry entry) {
    Optional<String> provider = checks.size() > 1 ? Optional.empty() : checks.get(0).providerName();
    return provider.isPresent()
        ? provider.get() + " has no " + entry.algorithm() + ", or takes no key of these numbers"
        : "its numbers are no key for " + entry.algorithm();
  }

  private boolean isLeftOutForWantOfAnId(Usable key) {
    boolean hasNone = key.entry().id().equals(KeyEntry.NO_ID);
    if (hasNone) {
      String reason = "`kid` is missing, and it is not the only key";
      ignored.add(new IgnoredKey(key.number(), null, List.of(reason), false));
    }
    return hasNone;
  }

  /** Refuses keys of which nobody could tell which is meant, or who may sign. */
  private static void checkTogether(List<Usable> usable) throws InvalidKeySet {
    List<String> problems = new ArrayList<>();
    Map<String, Integer> numbersById = new LinkedHashMap<>();
    for (Usable key : usable) {
      Integer earlier = numbersById.putIfAbsent(key.entry().id(), key.number());
      if (earlier != null) {
        problems.add("key " + key.number() + ": `kid` is that of key " + earlier);
      }
    }
    long symmetric = usable.stream().filter(key -> key.key().algorithm().isSymmetric()).count();
    if (symmetric > 0 && symmetric < usable.size()) {
      problems.add("secrets and public keys stand in one set; each kind needs a set of its own");
    }
    if (!problems.isEmpty()) {
      throw new InvalidKeySet(problems);
    }
  }

  private static List<?> keys(byte[] json) throws InvalidKeySet {
    if (json.length > MOST_BYTES) {
      throw new InvalidKeySet("the key set has more than " + MOST_BYTES + " bytes");
    }
    Map<String, @Nullable Object> set;
    try {
      set = StrictJson.parse(withoutMark(json));
    } catch (TokenRejected e) {
      throw new InvalidKeySet(problem(e.fault()));
    }
    if (!(set.get("keys") instanceof List<?> keys) || keys.isEmpty() || keys.size() > MOST_KEYS) {
      throw new InvalidKeySet("`keys` is not a list of 1 to 1000 keys (RFC 7517, section 5)");
    }
    return keys;
  }

  /** The parser's faults are those of a token. */
  private static String problem(TokenFault fault) {
    return switch (fault) {
      case NOT_UTF8 -> "the key set is not UTF-8";
      case NOT_JSON -> "the key set is not one JSON object";
      default -> "the key set cannot be read: " + fault.message();
    };
  }

  /** A key set is a file of a user's, which may begin with a byte order mark; no token does. */
  private static byte[] withoutMark(byte[] json) {
    boolean hasMark =
        json.length >= 3
            && json[0] == (byte) 0xEF
            && json[1] == (byte) 0xBB
            && json[2] == (byte) 0xBF;
    return hasMark ? Arrays.copyOfRange(json, 3, json.length) : json;
  }
}
