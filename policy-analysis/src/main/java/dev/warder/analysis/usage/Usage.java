package dev.warder.analysis.usage;

import dev.warder.engine.Decision;
import dev.warder.engine.Match;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Reason;
import dev.warder.model.Operation;
import dev.warder.model.Requirement;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the requests of a token have asked, counted, and so which of its capabilities they did
 * without. The memory it takes depends on the catalogue and not on the number of requests. Not for
 * use by several threads.
 *
 * <pre>{@code
 * Usage usage = new Usage(engine);
 * RequestLog.read(log, usage::add, bad -> report(bad));
 * List<String> unused = usage.unused(List.of("read:app", "write:app")).unused();
 * }</pre>
 */
public final class Usage {
  private final PolicyEngine engine;
  private final Map<List<Operation>, Long> asked = new LinkedHashMap<>();
  private final Map<Reason, Long> denied = new EnumMap<>(Reason.class);

  /** Makes one that has counted nothing. */
  public Usage(PolicyEngine engine) {
    this.engine = engine;
  }

  /**
   * Counts a request.
   *
   * @param method the method, as received
   * @param path the path as received, neither decoded nor normalised, without the query
   */
  public void add(String method, String path) {
    Match match = engine.match(method, path);
    if (match.refusal().isPresent()) {
      Decision refusal = match.refusal().get();
      denied.merge(refusal.reason(), 1L, Long::sum);
    } else if (match.operations().stream().anyMatch(Usage::isUnmapped)) {
      denied.merge(Reason.UNMAPPED_OPERATION, 1L, Long::sum);
    } else {
      asked.merge(match.operations(), 1L, Long::sum);
    }
  }

  private static boolean isUnmapped(Operation operation) {
    return operation.requirement() == Requirement.Fixed.UNMAPPED;
  }

  /** Returns how many requests were counted. */
  public long requests() {
    return sum(asked) + sum(denied);
  }

  private static long sum(Map<?, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * Returns which of these capabilities the requests did without.
   *
   * <p>A capability is unused when a token without it, and without all others that are unused, gets
   * the same decision on every request counted, reason and operation alike, whatever account it
   * belongs to and whatever accounts own the resources. Strings that the catalogue does not know
   * are always unused. The others are left out one after another, what gives most access first:
   * what states no access, then admin, write and read; of equal ones the later in the catalogue
   * first. One is put back where a decision would change without it. So what remains is minimal, of
   * two capabilities that stand in for each other the weaker remains, and what another that remains
   * implies is unused.
   *
   * <p>It takes time linear in what the capabilities imply and in what the operations that the
   * requests asked name. A list of operations is answered again for each capability that one of
   * them depends on.
   *
   * @param capabilities the raw strings that the token carries; order and repetition mean nothing
   */
  public Unused unused(Iterable<String> capabilities) {
    return Dropping.from(engine, asked, denied, capabilities);
  }

  /** Returns the number of requests. */
  @Override
  public String toString() {
    return requests() + " requests";
  }
}
