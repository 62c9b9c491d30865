package dev.warder.benchmarks;

import static java.util.Objects.requireNonNull;

import dev.warder.benchmarks.peer.OperationPeer;
import dev.warder.model.Call;
import dev.warder.model.Command;
import dev.warder.model.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * How long does it take to tell from a command's spelling whether its calls will be allowed? On
 * every spelling of the Control API's commands whose unconditional calls are all operations.
 * Warder's answer has each call's reason and what is missing, the others' is a yes or no. The mask
 * knows the command's number and what it needs already: it is the limit.
 *
 * <pre>java -jar policy-benchmarks/target/benchmarks.jar PreflightCommand -prof gc</pre>
 */
@Fork(1)
public class PreflightCommand extends MeanTime {
  /** Who answers. */
  @Param({"mask", "warder", "hash-map-of-sets", "spring-has-authority", "shiro"})
  public String contender;

  private final List<String> spellings = new ArrayList<>();
  private final List<List<Operation>> calls = new ArrayList<>();
  private IntPredicate peer;
  private int next;

  /** Collects the spellings and checks that all answer alike. */
  @Setup
  public void prepare() {
    Workload workload = Workload.of(24);
    for (Command command : workload.catalogue.commands()) {
      List<Operation> operations = operations(command);
      if (!operations.isEmpty()) {
        add(command.name(), operations);
        command.aliases().forEach(alias -> add(alias, operations));
      }
    }
    peer = peer(workload);
    IntPredicate ours = warder(workload);
    int allowed = 0;
    for (int i = 0; i < spellings.size(); i++) {
      allowed += ours.test(i) ? 1 : 0;
      if (peer.test(i) != ours.test(i)) {
        throw new IllegalStateException(contender + " answers otherwise: " + spellings.get(i));
      }
    }
    if (allowed == 0 || allowed == spellings.size()) {
      throw new IllegalStateException("all are answered alike");
    }
  }

  private void add(String spelling, List<Operation> operations) {
    spellings.add(spelling);
    calls.add(operations);
  }

  /** Returns the operations that a command always calls; none where it calls anything else. */
  private static List<Operation> operations(Command command) {
    List<Operation> operations = new ArrayList<>();
    for (Call call : command.calls()) {
      if (!(call instanceof Call.Known known)) {
        return List.of();
      }
      operations.add(known.operation());
    }
    return operations;
  }

  private IntPredicate peer(Workload workload) {
    return switch (contender) {
      case "mask" -> mask(workload);
      case "warder" -> warder(workload);
      default -> bySpelling(OperationPeer.of(contender, workload.catalogue, workload.held));
    };
  }

  private IntPredicate warder(Workload workload) {
    return i -> {
      Command command = workload.catalogue.command(spellings.get(i)).orElseThrow();
      return workload.engine.preflight(workload.grant, command, Set.of()).isAllowed();
    };
  }

  private IntPredicate bySpelling(OperationPeer operations) {
    Map<String, List<Operation>> known = new HashMap<>();
    for (int i = 0; i < spellings.size(); i++) {
      known.put(spellings.get(i), calls.get(i));
    }
    return i -> {
      for (Operation operation : requireNonNull(known.get(spellings.get(i)))) {
        if (!operations.isAllowed(operation)) {
          return false;
        }
      }
      return true;
    };
  }

  /** Returns the test of a bit that was worked out for each spelling beforehand. */
  private IntPredicate mask(Workload workload) {
    OperationPeer operations =
        OperationPeer.of("hash-map-of-sets", workload.catalogue, workload.held);
    long[] missing = new long[spellings.size()];
    for (int i = 0; i < missing.length; i++) {
      missing[i] = calls.get(i).stream().allMatch(operations::isAllowed) ? 0 : 1;
    }
    return i -> missing[i] == 0;
  }

  /** Returns whether all calls of the next spelling are allowed. */
  @Benchmark
  public boolean preflight() {
    next = next + 1 == spellings.size() ? 0 : next + 1;
    return peer.test(next);
  }
}
