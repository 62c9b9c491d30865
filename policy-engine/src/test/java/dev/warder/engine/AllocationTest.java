package dev.warder.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Deciding allocates nothing: 100,000 decisions leave less than one byte for each ten. */
class AllocationTest {
  private static final int DECISIONS = 100_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final PolicyEngine engine =
      PolicyEngine.compile(
          Notes.CATALOGUE,
          (account, kind, path, start, end) ->
              path.regionMatches(start, "n1", 0, 2) ? Ownership.OWNED : Ownership.NOT_OWNED);
  private final Grant grant = Notes.grant(engine, "read:note", "share");

  private static long allocatedBy(Runnable run) {
    run.run(); // classes are loaded, code is compiled
    long before = THREADS.getCurrentThreadAllocatedBytes();
    run.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/notes/n1, ALLOWED",
    "GET, /v1/accounts/A/notes, ALLOWED",
    "POST, /v1/notes/n1/share/a%20b, ALLOWED",
    "PUT, /v1/notes/n1, MISSING_CAPABILITY",
    "GET, /v1/notes/n2, WRONG_ACCOUNT",
    "GET, /v1/accounts/B/notes, WRONG_ACCOUNT",
    "DELETE, /v1/notes/n1, UNMAPPED_OPERATION",
    "PATCH, /v1/notes/n1, METHOD_NOT_ALLOWED",
    "GET, /v1/nothing, UNKNOWN_OPERATION",
    "GET, /v1/notes/a%20b, UNKNOWN_OPERATION",
    "GET, /v1/notes/, UNKNOWN_OPERATION",
    "HEAD, /v1/notes/n1, ALLOWED",
    "GET, /v1//notes, MALFORMED_REQUEST",
    "GET, /v1/notes/%00, MALFORMED_REQUEST",
  })
  void decide_anyAnswer_allocatesNothing(String method, String path, Reason reason) {
    assertAllocatesNothing(engine, grant, method, path, reason);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/, ALLOWED",
    "GET, /v1/files/, ALLOWED",
    "GET, /v1/files/me, ALLOWED",
    "GET, /v1/files/n1, ALLOWED",
    "GET, /v1/files/n1.json, ALLOWED",
    "GET, /v1/files/n2.json, WRONG_ACCOUNT",
    "HEAD, /v1/files/n1.json, ALLOWED",
    "HEAD, /v1/files/n1, MISSING_CAPABILITY",
    "POST, /v1/files/n1:copy, ALLOWED",
    "POST, /v1/files/n1:copy:copy, WRONG_ACCOUNT",
    "POST, /v1/files/..:copy, UNKNOWN_OPERATION",
    "POST, /v1/files/n1%3Acopy, UNKNOWN_OPERATION",
    "GET, /v1/in/A/root:/a/b%20b/c:/content, ALLOWED",
    "GET, /v1/in/B/root:/a/b/c:/content, WRONG_ACCOUNT",
    "GET, /v1/in/A/root:/a/..:/content, UNKNOWN_OPERATION",
    "GET, /v1/in/A/root:/a/b/c%3A/content, UNKNOWN_OPERATION",
    "GET, /v1/reports/a/b/for-A.csv, ALLOWED",
    "GET, /v1/reports/a/b/for-B.csv, WRONG_ACCOUNT",
    "GET, /v1/reports/a%2Bb/for-A.csv, ALLOWED",
    "GET, /v1/reports/get(period='%C3%A9'), ALLOWED",
    "PUT, /v1/tree/a/b/, MISSING_CAPABILITY",
    "PUT, /v1/tree/a/b, UNKNOWN_OPERATION",
    "GET, /v1/tree/a/b/of/n1, ALLOWED",
    "GET, /v1/tree/a/b/of/n2, WRONG_ACCOUNT",
    "DELETE, /v1/files/n1.json, METHOD_NOT_ALLOWED",
  })
  void decide_anySortOfTemplate_allocatesNothing(String method, String path, Reason reason) {
    PolicyEngine everything =
        PolicyEngine.compile(
            Everything.CATALOGUE,
            (account, kind, asked, start, end) ->
                end == start + 2 && asked.startsWith("n1", start)
                    ? Ownership.OWNED
                    : Ownership.NOT_OWNED);
    Grant reader = everything.grant("A", List.of("read"));
    assertAllocatesNothing(everything, reader, method, path, reason);
  }

  private static void assertAllocatesNothing(
      PolicyEngine engine, Grant grant, String method, String path, Reason reason) {
    assertThat(engine.decide(grant, method, path).reason()).isEqualTo(reason);
    assertThat(
            allocatedBy(
                () -> {
                  for (int i = 0; i < DECISIONS; i++) {
                    if (engine.decide(grant, method, path).reason() != reason) {
                      throw new AssertionError();
                    }
                  }
                }))
        .isLessThan(DECISIONS / 10);
  }

  @Test
  void decide_severalChecksOfAnAccount_allocatesNothing() throws Exception {
    PolicyEngine several =
        PolicyEngine.compile(
            Catalogue.builder("several")
                .version("1")
                .title("Several")
                .category("all", "All")
                .capability("read", c -> c.label("Read").category("all"))
                .operation(
                    "get",
                    o ->
                        o.at("GET", "/apps/{app}.json/{path...}/keys/{key}")
                            .summary("Get")
                            .accountFromRequest()
                            .owner("app", "app")
                            .owner("key", "key")
                            .requiresAll("read"))
                .build(),
            ResourceOwners.of(Map.of("app", Map.of("a1", "A"), "key", Map.of("k1", "A"))));
    Grant reader = several.grant("A", List.of("read"));
    assertThat(
            allocatedBy(
                () -> {
                  for (int i = 0; i < DECISIONS; i++) {
                    if (!several.decide(reader, "GET", "/apps/a1.json/x/y/keys/k1", "A").isAllowed()
                        || several
                            .decide(reader, "GET", "/apps/a1.json/x/y/keys/k2", "A")
                            .isAllowed()
                        || several
                            .decide(reader, "GET", "/apps/a1.json/x/y/keys/k1", "B")
                            .isAllowed()) {
                      throw new AssertionError();
                    }
                  }
                }))
        .isLessThan(DECISIONS / 10);
  }

  @Test
  void decideOperation_accountPassedIn_allocatesNothing() {
    Operation operation = Notes.CATALOGUE.operation("get-note").orElseThrow();
    assertThat(
            allocatedBy(
                () -> {
                  for (int i = 0; i < DECISIONS; i++) {
                    if (!engine.decide(grant, operation, "A").isAllowed()) {
                      throw new AssertionError();
                    }
                  }
                }))
        .isLessThan(DECISIONS / 10);
  }

  @Test
  void decide_ownersInMemory_allocatesNothing() {
    PolicyEngine inMemory = Notes.engine();
    Grant reader = Notes.grant(inMemory, "read:note");
    assertThat(
            allocatedBy(
                () -> {
                  for (int i = 0; i < DECISIONS; i++) {
                    if (!inMemory.decide(reader, "GET", "/v1/notes/n1").isAllowed()
                        || inMemory.decide(reader, "GET", "/v1/notes/n2").isAllowed()) {
                      throw new AssertionError();
                    }
                  }
                }))
        .isLessThan(DECISIONS / 10);
  }
}
