package dev.warder.gate.token;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a key set (RFC 7517, section 5) and refuses it whole where one key is not fit. */
final class KeySetReader {
  /** The most bytes that a key set may have. */
  static final int MOST_BYTES = 256 * 1024;

  private static final int MOST_KEYS = 1_000;

  private final List<String> problems = new ArrayList<>();
  private final Map<String, Integer> placesById = new LinkedHashMap<>();

  private KeySetReader() {}

  /** The keys of a set: as they stand in it, and as they check signatures. */
  record ReadKeys(ImmutableList<KeyEntry> entries, ImmutableList<VerificationKey> keys) {}

  /** Returns the keys of the key set that a JSON text is. */
  static ReadKeys read(byte[] json, List<SignatureChecks> checks) throws InvalidKeySet {
    return read(keys(json), checks);
  }

  /** Returns the keys of a set, each given as JSON would be read. */
  static ReadKeys read(List<?> keys, List<SignatureChecks> checks) throws InvalidKeySet {
    ImmutableList<KeyEntry> entries = new KeySetReader().entries(keys);
    List<String> problems = new ArrayList<>();
    ImmutableList.Builder<VerificationKey> made = ImmutableList.builder();
    for (int i = 0; i < entries.size(); i++) {
      Optional<VerificationKey> key = entries.get(i).key(checks);
      if (key.isPresent()) {
        made.add(key.get());
      } else {
        problems.add(at(i) + notMade(entries.get(i), checks));
      }
    }
    if (!problems.isEmpty()) {
      throw new InvalidKeySet(problems);
    }
    return new ReadKeys(entries, made.build());
  }

  private static String notMade(KeyEntry entry, List<SignatureChecks> checks) {
    Optional<String> provider = checks.size() > 1 ? Optional.empty() : checks.get(0).providerName();
    return provider.isPresent()
        ? provider.get() + " has no " + entry.algorithm() + ", or takes no key of these numbers"
        : "its numbers are no key for " + entry.algorithm();
  }

  private ImmutableList<KeyEntry> entries(List<?> keys) throws InvalidKeySet {
    List<KeyEntry> entries = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      entry(keys.get(i), i).ifPresent(entries::add);
    }
    long symmetric = entries.stream().filter(entry -> entry.algorithm().isSymmetric()).count();
    if (symmetric > 0 && symmetric < entries.size()) {
      problems.add("secrets and public keys stand in one set; each kind needs a set of its own");
    }
    if (!problems.isEmpty()) {
      throw new InvalidKeySet(problems);
    }
    return ImmutableList.copyOf(entries);
  }

  private Optional<KeyEntry> entry(@Nullable Object key, int place) {
    if (!(key instanceof Map<?, ?> members)) {
      problems.add(at(place) + "not a JSON object");
      return Optional.empty();
    }
    KeyReader reader = new KeyReader(members);
    Optional<KeyEntry> entry = reader.read();
    reader.problems().forEach(problem -> problems.add(at(place) + problem));
    if (entry.isPresent()) {
      Integer earlier = placesById.putIfAbsent(entry.get().id(), place);
      if (earlier != null) {
        problems.add(at(place) + "`kid` is that of key " + (earlier + 1));
      }
    }
    return entry;
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

  private static String at(int place) {
    return "key " + (place + 1) + ": ";
  }
}
