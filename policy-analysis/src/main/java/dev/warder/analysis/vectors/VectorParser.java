package dev.warder.analysis.vectors;

import com.google.common.collect.ImmutableSet;
import dev.warder.analysis.document.Findings;
import dev.warder.analysis.document.Part;
import dev.warder.engine.Reason;
import dev.warder.model.text.Quoted;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one vector. */
final class VectorParser {
  private static final Set<String> REASONS =
      Stream.of(Reason.values()).map(Reason::code).collect(ImmutableSet.toImmutableSet());

  private static final String WHAT = "a vector";

  private final Part.Members vector;
  private final Findings findings;

  private VectorParser(Part part, Findings findings) {
    this.vector =
        findings.members(
            part,
            WHAT,
            "name",
            "account",
            "capabilities",
            "anonymous",
            "method",
            "path",
            "operation",
            "resourceAccount",
            "preflight",
            "command",
            "when",
            "expect");
    this.findings = findings;
  }

  static Vector parse(Part part, Findings findings) {
    return new VectorParser(part, findings).vector();
  }

  private Vector vector() {
    boolean isAnonymous = isAnonymous(vector.get("anonymous"));
    return new Vector(
        string("name"),
        vector.place(),
        isAnonymous ? null : account(),
        isAnonymous ? noCapabilities() : capabilities(),
        question(),
        expected(required("expect")));
  }

  private boolean has(String name) {
    return vector.get(name) != null;
  }

  private @Nullable Part required(String name) {
    return findings.required(vector, WHAT, name);
  }

  private String string(String name) {
    return findings.string(required(name), name);
  }

  private boolean isAnonymous(@Nullable Part part) {
    boolean isTrue = part instanceof Part.Text text && text.isWord("true");
    if (part != null && !isTrue && !(part instanceof Part.Text text && text.isWord("false"))) {
      findings.add(part.place(), "anonymous: true or false is expected");
    }
    return isTrue;
  }

  private List<String> noCapabilities() {
    if (has("account") || has("capabilities")) {
      refuse("the anonymous grant has neither `account` nor `capabilities`");
    }
    return List.of();
  }

  private String account() {
    String account = string("account");
    if (has("account") && account.isEmpty()) {
      refuse("a grant's account is not empty");
    }
    return account.isEmpty() ? "?" : account;
  }

  private List<String> capabilities() {
    return findings.strings(required("capabilities"), "capabilities");
  }

  private Vector.Question question() {
    List<String> asked =
        Stream.of("path", "operation", "preflight", "command").filter(this::has).toList();
    if (asked.size() != 1) {
      refuse(
          "a vector asks one question: `method` and `path`, `operation`, `preflight` or `command`");
      return new Vector.Request("", "");
    }
    refuseWithout("method", "path");
    refuseWithout("resourceAccount", "operation");
    refuseWithout("when", "command");
    List<String> when = findings.strings(vector.get("when"), "when");
    return switch (asked.get(0)) {
      case "operation" -> new Vector.OfOperation(string("operation"), resourceAccount());
      case "preflight" -> new Vector.OfPreflight(string("preflight"));
      case "command" -> new Vector.OfCommand(string("command"), new LinkedHashSet<>(when));
      default -> new Vector.Request(string("method"), string("path"));
    };
  }

  private @Nullable String resourceAccount() {
    return has("resourceAccount") ? string("resourceAccount") : null;
  }

  private void refuseWithout(String name, String with) {
    if (has(name) && !has(with)) {
      refuse(Quoted.of(name) + " goes with " + Quoted.of(with));
    }
  }

  private Map<String, Object> expected(@Nullable Part expect) {
    if (expect == null) {
      return Map.of();
    }
    String what = "an expectation";
    Part.Members answer =
        has("command")
            ? findings.members(expect, what, "reason", "command", "calls", "enough")
            : has("preflight")
                ? findings.members(expect, what, "reason", "missing", "enough")
                : findings.members(
                    expect, what, "reason", "operation", "allow", "missing", "enough");
    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("reason", reason(answer, what));
    answer
        .members()
        .forEach(
            (name, member) -> {
              Part part = member.value();
              switch (name) {
                case "operation", "command" -> expected.put(name, findings.string(part, name));
                case "allow", "enough" -> expected.put(name, findings.strings(part, name));
                case "missing" -> expected.put(name, missing(part));
                case "calls" ->
                    expected.put(
                        name, findings.items(part, name).stream().map(this::call).toList());
                default -> {}
              }
            });
    return expected;
  }

  private String reason(Part.Members answer, String what) {
    Part given = findings.required(answer, what, "reason");
    String reason = findings.string(given, "reason");
    if (given != null && !REASONS.contains(reason)) {
      findings.add(
          given.place(), "unknown reason " + Quoted.of(reason) + Findings.nearest(reason, REASONS));
    }
    return reason;
  }

  private List<List<String>> missing(Part part) {
    return findings.items(part, "missing").stream()
        .map(all -> findings.strings(all, "missing"))
        .toList();
  }

  private Object call(Part part) {
    String what = "a call";
    Part.Members call = findings.members(part, what, "call", "reason", "missing");
    Map<String, Object> expected = new LinkedHashMap<>();
    Part called = findings.required(call, what, "call");
    if (called instanceof Part.Members) {
      Part.Members unspecified = findings.members(called, what, "unspecified");
      Part description = findings.required(unspecified, what, "unspecified");
      expected.put("call", Map.of("unspecified", findings.string(description, "unspecified")));
    } else if (called != null) {
      expected.put("call", findings.string(called, "call"));
    }
    expected.put("reason", reason(call, what));
    Part missing = call.get("missing");
    if (missing != null) {
      expected.put("missing", missing(missing));
    }
    return expected;
  }

  private void refuse(String message) {
    findings.add(vector.place(), message);
  }
}
