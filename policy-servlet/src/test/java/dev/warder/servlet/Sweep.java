package dev.warder.servlet;

import dev.warder.engine.Decision;
import dev.warder.engine.Grant;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests in hostile spellings, each beside one in a plain spelling, and notes which
 * operation's handler ran although the catalogue does not allow that very one.
 */
final class Sweep {
  private static final List<String> CAPABILITIES = List.of("read", "write");
  private static final List<String> IDS = List.of("n1", "@me", "a.b", "export", "notes", "..n");

  private final PolicyEngine engine;
  private final Random random;
  private final List<Caller> callers;
  private final List<String> wrong = new ArrayList<>();
  private final Map<Spelling, Integer> controls = new EnumMap<>(Spelling.class);
  private int asked;

  /** Who asks: with a token that has some capabilities, or without one. */
  private record Caller(@Nullable String field, Grant grant) {}

  Sweep(Catalogue catalogue, long seed) {
    this.engine = PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller());
    this.random = new Random(seed);
    this.callers =
        List.of(
            new Caller(null, engine.anonymous()),
            new Caller(Notes.token("read"), engine.grant("A", List.of("read"))),
            new Caller(Notes.token("read", "write"), engine.grant("A", CAPABILITIES)));
  }

  /** Returns what ran although it was not allowed, a line each. */
  List<String> wrong() {
    return wrong;
  }

  /** Returns how many requests in a plain spelling ran the right handler, beside each spelling. */
  Map<Spelling, Integer> controls() {
    return controls;
  }

  int asked() {
    return asked;
  }

  /** Sends hostile requests, and a plain one beside each. */
  void run(int port, int requests) throws IOException {
    List<Operation> operations = List.copyOf(engine.catalogue().operations());
    List<Spelling> spellings = List.of(Spelling.values());
    try (RawConnection connection = new RawConnection(port)) {
      for (int i = 0; i < requests; i++) {
        Spelling spelling = spellings.get(i % spellings.size());
        Operation operation = operations.get(random.nextInt(operations.size()));
        Caller caller = callers.get(random.nextInt(callers.size()));
        String path = path(operation);
        ask(
            connection,
            caller,
            spelling.method(operation.method(), random),
            spelling.target(path, random),
            spelling.fields(operation.method(), random));
        Optional<String> ran = ask(connection, caller, operation.method(), path, List.of());
        if (ran.isPresent()) {
          controls.merge(spelling, 1, Integer::sum);
        }
      }
    }
  }

  private String path(Operation operation) {
    String path = operation.template().toString();
    return path.replace("{id}", IDS.get(random.nextInt(IDS.size())))
        .replace("{path...}", "a/" + IDS.get(random.nextInt(IDS.size())));
  }

  private Optional<String> ask(
      RawConnection connection, Caller caller, String method, String target, List<String> more)
      throws IOException {
    StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    request.append("Host: api.example.com\r\n");
    if (caller.field() != null) {
      request.append(caller.field()).append("\r\n");
    }
    more.forEach(field -> request.append(field).append("\r\n"));
    asked++;
    List<String> head = connection.ask(request + "\r\n", method.equals("HEAD"));
    Optional<String> ran =
        head.stream()
            .filter(line -> line.startsWith("X-Ran: "))
            .map(line -> line.substring(7))
            .findFirst();
    ran.filter(id -> !isAllowed(caller, method, target, more, id))
        .ifPresent(id -> wrong.add(id + " ran for " + method + " " + target + " " + more));
    return ran;
  }

  /** By the path as it was sent, and never by what a container made of it. */
  private boolean isAllowed(
      Caller caller, String method, String target, List<String> more, String ran) {
    if (ran.startsWith("excluded")) {
      return true;
    }
    boolean isTokenDoubled =
        more.stream().anyMatch(field -> field.toLowerCase(Locale.ROOT).startsWith("authorization"));
    Decision decision =
        engine.decide(isTokenDoubled ? engine.anonymous() : caller.grant(), method, path(target));
    return !isTokenDoubled
        && decision.isAllowed()
        && decision.operation().map(Operation::id).filter(ran::equals).isPresent();
  }

  /** Takes scheme and authority of the absolute form off (RFC 9112, section 3.2.2), and a query. */
  private static String path(String target) {
    return target.replaceFirst("^[A-Za-z]+:(//[^/]*)?", "").replaceFirst("\\?.*$", "");
  }
}
