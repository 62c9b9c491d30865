package dev.warder.benchmarks;

import dev.warder.benchmarks.peer.PathPeer;
import dev.warder.benchmarks.report.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How often do others decide otherwise than Warder, on paths that several templates match and on
 * hostile spellings? Each gets the raw path as it is. What they leave to whatever stands before
 * them is not there.
 *
 * <pre>
 * java -cp policy-benchmarks/target/benchmarks.jar dev.warder.benchmarks.Disagreements
 * </pre>
 */
public final class Disagreements {
  private static final int SPELLED = 64;

  private final Workload workload;
  private final List<Workload.Request> overlaps = new ArrayList<>();
  private final List<Workload.Request> spelled = new ArrayList<>();

  private Disagreements(Workload workload) {
    this.workload = workload;
    int allowed = 0;
    int denied = 0;
    for (Workload.Request request : workload.requests) {
      if (!workload.isMatchedOnce(request)) {
        overlaps.add(request);
      } else if ((request.isAllowed() ? allowed++ : denied++) < SPELLED) {
        spelled.add(request);
      }
    }
  }

  /**
   * Prints the tables, or writes them into a page.
   *
   * @param arguments the page, or nothing
   * @throws IOException when it cannot be read or written
   */
  public static void main(String... arguments) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int operations : new int[] {24, 1_000}) {
      text.append(new Disagreements(Workload.of(operations)).table(operations));
    }
    if (arguments.length == 0) {
      System.out.print(text);
      return;
    }
    Path page = Path.of(arguments[0]);
    Files.writeString(page, Page.replace(Files.readString(page), "disagreements", text.toString()));
  }

  private String table(int operations) {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "%,d operations: %,d requests that several templates match, and %,d requests spelled in %d ways."
                + "%n%n| contender | overlaps: allows, refuses, fails | spellings: allows, refuses, fails"
                + " | spellings that it allows | for example |%n|---|---|---|---|---|%n",
            operations,
            overlaps.size(),
            spelled.size(),
            HostileSpelling.values().length));
    for (PathPeer.Name name : PathPeer.Name.values()) {
      String row = name.name().toLowerCase(Locale.ROOT).replace('_', '-');
      table.append("| `").append(row).append("` | ").append(cells(name)).append(" |\n");
    }
    return table.append('\n').toString();
  }

  private String cells(PathPeer.Name name) {
    PathPeer peer;
    try {
      peer = name.of(workload.catalogue, workload.held);
    } catch (Exception | LinkageError e) {
      return "not run: " + e;
    }
    Tally overlap = new Tally();
    for (Workload.Request request : overlaps) {
      ask(overlap, peer, request.method(), request.path());
    }
    Map<HostileSpelling, Tally> spellings = new EnumMap<>(HostileSpelling.class);
    for (HostileSpelling spelling : HostileSpelling.values()) {
      Tally tally = new Tally();
      for (Workload.Request request : spelled) {
        ask(tally, peer, spelling.method(request.method()), spelling.path(request.path()));
      }
      spellings.put(spelling, tally);
    }
    return "%s | %s | %s | %s"
        .formatted(
            counts(List.of(overlap)),
            counts(spellings.values()),
            kinds(spellings),
            example(spellings));
  }

  private void ask(Tally tally, PathPeer peer, String method, String path) {
    tally.ask(peer, method, path, workload.engine.decide(workload.grant, method, path).isAllowed());
  }

  private static String counts(Iterable<Tally> tallies) {
    int allowed = 0;
    int refused = 0;
    int failed = 0;
    for (Tally tally : tallies) {
      allowed += tally.allowed();
      refused += tally.refused();
      failed += tally.failed();
    }
    return "%d, %d, %d".formatted(allowed, refused, failed);
  }

  private static String kinds(Map<HostileSpelling, Tally> spellings) {
    List<String> kinds = new ArrayList<>();
    spellings.forEach(
        (spelling, tally) -> {
          if (tally.allowed() > 0) {
            kinds.add(spelling + " " + tally.allowed());
          }
        });
    return kinds.isEmpty() ? "none" : String.join(", ", kinds);
  }

  private static String example(Map<HostileSpelling, Tally> spellings) {
    return spellings.values().stream()
        .flatMap(tally -> tally.example().stream())
        .findFirst()
        .map(example -> "`" + example.replace("\n", "\\n") + "`")
        .orElse("");
  }
}
