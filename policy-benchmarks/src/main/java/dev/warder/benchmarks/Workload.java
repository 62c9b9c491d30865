package dev.warder.benchmarks;

import dev.warder.engine.Decision;
import dev.warder.engine.Grant;
import dev.warder.engine.Match;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.ResourceOwners;
import dev.warder.model.AccountCheck;
import dev.warder.model.Alternatives;
import dev.warder.model.Capability;
import dev.warder.model.Catalogue;
import dev.warder.model.Operation;
import dev.warder.model.PathSegment;
import dev.warder.model.PathTemplate;
import dev.warder.model.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * 1,024 requests to one catalogue, half of them allowed, the same in each run. Every answer is
 * compared beforehand with the one that the request was made for.
 */
final class Workload {
  static final int REQUESTS = 1_024;

  private static final String ACCOUNT = "acc7Qx";
  private static final String ID_LETTERS =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  /** One request, and what it was made for. */
  record Request(String method, String path, Operation operation, boolean isAllowed) {}

  final Catalogue catalogue;
  final PolicyEngine engine;
  final PolicyEngine engineWithOwners;
  final Grant grant;
  final Grant grantWithOwners;
  final Request[] requests;
  final Set<String> held;

  private final Random random;

  private Workload(Catalogue catalogue, Random random) {
    this.catalogue = catalogue;
    this.random = random;
    this.held = new HashSet<>();
    for (Capability capability : catalogue.capabilities()) {
      if (random.nextBoolean()) {
        held.add(capability.raw());
      }
    }
    this.requests = requests(held);
    this.engine = PolicyEngine.compile(catalogue, ResourceOwners.checkedByCaller());
    this.grant = engine.grant(ACCOUNT, held);
    this.engineWithOwners = PolicyEngine.compile(catalogue, ResourceOwners.of(owners()));
    this.grantWithOwners = engineWithOwners.grant(ACCOUNT, held);
    checkAnswers();
  }

  /** Returns the workload on a catalogue of a size: 24 is the Control API. */
  static Workload of(int operations) {
    Random random = new Random(20_261_123L + operations);
    return new Workload(Catalogues.of(operations, random), random);
  }

  private Request[] requests(Set<String> held) {
    List<Request> requests = new ArrayList<>();
    int allowed = 0;
    int denied = 0;
    while (requests.size() < REQUESTS) {
      Operation operation =
          catalogue.operations().get(random.nextInt(catalogue.operations().size()));
      boolean isAllowed = suffices(operation.requirement(), held);
      if ((isAllowed ? allowed++ : denied++) < REQUESTS / 2) {
        requests.add(new Request(operation.method(), path(operation), operation, isAllowed));
      }
    }
    return requests.toArray(Request[]::new);
  }

  private static boolean suffices(Requirement requirement, Set<String> held) {
    return requirement instanceof Alternatives alternatives
        ? alternatives.asList().stream()
            .anyMatch(all -> all.stream().map(Capability::raw).allMatch(held::contains))
        : requirement != Requirement.Fixed.UNMAPPED;
  }

  private String path(Operation operation) {
    int account =
        operation.accountRule().checks().stream()
            .filter(AccountCheck.InPath.class::isInstance)
            .mapToInt(AccountCheck::segment)
            .findFirst()
            .orElse(-1);
    StringBuilder path = new StringBuilder();
    List<PathSegment> segments = operation.template().segments();
    for (int i = 0; i < segments.size(); i++) {
      path.append('/');
      if (segments.get(i) instanceof PathSegment.Parameter parameter) {
        path.append(parameter.before())
            .append(i == account ? ACCOUNT : id())
            .append(parameter.after());
      } else if (segments.get(i) instanceof PathSegment.Span span) {
        path.append(id()).append('/').append(id()).append(span.after());
      } else {
        path.append(segments.get(i));
      }
    }
    return path.toString();
  }

  private String id() {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      id.append(ID_LETTERS.charAt(random.nextInt(ID_LETTERS.length())));
    }
    return id.toString();
  }

  private Map<String, Map<String, String>> owners() {
    Map<String, Map<String, String>> owners = new HashMap<>();
    for (Request request : requests) {
      for (Match.Resource resource : engine.match(request.method(), request.path()).resources()) {
        owners
            .computeIfAbsent(resource.kind(), kind -> new HashMap<>())
            .put(resource.id(), ACCOUNT);
      }
    }
    return owners;
  }

  private void checkAnswers() {
    for (Request request : requests) {
      check(request, engine.decide(grant, request.method(), request.path()));
      check(request, engineWithOwners.decide(grantWithOwners, request.method(), request.path()));
      check(request, engine.decide(grant, request.operation(), ACCOUNT));
    }
  }

  private static void check(Request request, Decision decision) {
    if (decision.isAllowed() != request.isAllowed()
        || !decision.operation().equals(Optional.of(request.operation()))) {
      throw new IllegalStateException(request + " was answered " + decision);
    }
  }

  /** Returns whether one template alone matches the path of a request, of those of its method. */
  boolean isMatchedOnce(Request request) {
    String[] segments = request.path().substring(1).split("/", -1);
    return request.operation().template().isPlain()
        && catalogue.operations().stream()
                .filter(operation -> operation.method().equals(request.method()))
                .filter(operation -> matches(operation.template(), request.path(), segments))
                .limit(2)
                .count()
            == 1;
  }

  private static boolean matches(PathTemplate template, String path, String... segments) {
    if (!template.isPlain()) {
      return path.matches(pattern(template));
    }
    if (template.segments().size() != segments.length) {
      return false;
    }
    for (int i = 0; i < segments.length; i++) {
      if (template.segments().get(i) instanceof PathSegment.Literal literal
          && !literal.text().equals(segments[i])) {
        return false;
      }
    }
    return true;
  }

  private static String pattern(PathTemplate template) {
    StringBuilder pattern = new StringBuilder();
    for (PathSegment segment : template.segments()) {
      pattern.append('/');
      if (segment instanceof PathSegment.Parameter parameter) {
        pattern.append(Pattern.quote(parameter.before())).append("[^/]+");
        pattern.append(Pattern.quote(parameter.after()));
      } else if (segment instanceof PathSegment.Span span) {
        pattern.append("(?:[^/]+/)*[^/]+").append(Pattern.quote(span.after()));
      } else {
        pattern.append(Pattern.quote(segment.toString()));
      }
    }
    return pattern.toString();
  }

  String account() {
    return ACCOUNT;
  }
}
