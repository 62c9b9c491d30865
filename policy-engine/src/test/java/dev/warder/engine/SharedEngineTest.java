package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SharedEngineTest {
  private static final List<String> PATHS =
      List.of(
          "/v1/notes/n1",
          "/v1/notes/n2",
          "/v1/accounts/A/notes",
          "/v1/me",
          "/v1/notes/n1/share/a%20b",
          "/v1//",
          "/v1/nothing");

  private static List<Decision> decisions(PolicyEngine engine, Grant grant) {
    List<Decision> decisions = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      for (String method : List.of("GET", "PUT", "POST", "DELETE")) {
        decisions.add(engine.decide(grant, method, PATHS.get(i % PATHS.size())));
      }
    }
    return decisions;
  }

  @Test
  void decide_severalThreads_answersOfOne() throws Exception {
    PolicyEngine engine = Notes.engine();
    Grant grant = Notes.grant(engine, "read:note");
    List<Decision> alone = decisions(engine, grant);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<List<Decision>> task = () -> decisions(engine, grant);
      for (Future<List<Decision>> answer : threads.invokeAll(List.of(task, task, task, task))) {
        assertThat(answer.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
