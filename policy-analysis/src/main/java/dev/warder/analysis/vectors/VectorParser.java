package dev.warder.analysis.vectors;

import com.google.common.collect.ImmutableSet;
import dev.warder.analysis.document.Findings;
import dev.warder.analysis.document.Part;
import dev.warder.engine.Reason;
import dev.warder.model.text.Quoted;
import java.util.ArrayList;
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

  private final Part part;
  private final Entry entry;
  private final Findings findings;

  VectorParser(Part part, Findings findings) {
    this.part = part;
    this.entry = new Entry(part, "a vector", findings);
    this.findings = findings;
  }

  Vector vector() {
    entry.allow(
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
    boolean isAnonymous = entry.isTrue("anonymous");
    return new Vector(
        entry.requiredText("name"),
        part.place(),
        isAnonymous ? null : account(),
        isAnonymous ? noCapabilities() : capabilities(),
        question(),
        expected(entry.required("expect")));
  }

  private List<String> noCapabilities() {
    if (entry.has("account") || entry.has("capabilities")) {
      refuse("the anonymous grant has neither `account` nor `capabilities`");
    }
    return List.of();
  }

  private String account() {
    String account = entry.requiredText("account");
    if (entry.has("account") && account.isEmpty()) {
      refuse("a grant's account is not empty");
    }
    return account.isEmpty() ? "?" : account;
  }

  private List<String> capabilities() {
    Part capabilities = entry.required("capabilities");
    return capabilities == null ? List.of() : entry.texts(capabilities, "capabilities");
  }

  private Vector.Question question() {
    List<String> asked =
        Stream.of("path", "operation", "preflight", "command").filter(entry::has).toList();
    if (asked.size() != 1) {
      refuse(
          "a vector asks one question: `method` and `path`, `operation`, `preflight` or `command`");
      return new Vector.Request("", "");
    }
    refuseWithout("method", "path");
    refuseWithout("resourceAccount", "operation");
    refuseWithout("when", "command");
    Part when = entry.get("when");
    List<String> conditions = when == null ? List.of() : entry.texts(when, "when");
    return switch (asked.get(0)) {
      case "operation" ->
          new Vector.OfOperation(entry.requiredText("operation"), entry.text("resourceAccount"));
      case "preflight" -> new Vector.OfPreflight(entry.requiredText("preflight"));
      case "command" ->
          new Vector.OfCommand(entry.requiredText("command"), new LinkedHashSet<>(conditions));
      default -> new Vector.Request(entry.requiredText("method"), entry.requiredText("path"));
    };
  }

  private void refuseWithout(String name, String with) {
    if (entry.has(name) && !entry.has(with)) {
      refuse(Quoted.of(name) + " goes with " + Quoted.of(with));
    }
  }

  private Map<String, Object> expected(@Nullable Part expect) {
    Map<String, Object> expected = new LinkedHashMap<>();
    if (expect == null) {
      return expected;
    }
    Entry answer = new Entry(expect, "an expectation", findings);
    if (entry.has("command")) {
      answer.allow("reason", "command", "calls", "enough");
    } else if (entry.has("preflight")) {
      answer.allow("reason", "missing", "enough");
    } else {
      answer.allow("reason", "operation", "allow", "missing", "enough");
    }
    expected.put("reason", reason(answer));
    for (String name : List.of("operation", "command")) {
      String text = answer.text(name);
      if (text != null) {
        expected.put(name, text);
      }
    }
    for (String name : List.of("allow", "enough")) {
      Part list = answer.get(name);
      if (list != null) {
        expected.put(name, new ArrayList<Object>(answer.texts(list, name)));
      }
    }
    Part missing = answer.get("missing");
    if (missing != null) {
      expected.put("missing", missing(answer, missing));
    }
    Part calls = answer.get("calls");
    if (calls != null) {
      expected.put("calls", findings.items(calls, "calls").stream().map(this::call).toList());
    }
    return expected;
  }

  private String reason(Entry answer) {
    Part given = answer.required("reason");
    String reason = given == null ? "" : findings.string(given, "reason");
    if (given != null && !REASONS.contains(reason)) {
      findings.add(
          given.place(), "unknown reason " + Quoted.of(reason) + Findings.nearest(reason, REASONS));
    }
    return reason;
  }

  private List<Object> missing(Entry answer, Part part) {
    List<Object> missing = new ArrayList<>();
    for (Part all : findings.items(part, "missing")) {
      missing.add(new ArrayList<Object>(answer.texts(all, "missing")));
    }
    return missing;
  }

  private Object call(Part part) {
    Entry call = new Entry(part, "a call", findings);
    call.allow("call", "reason", "missing");
    Map<String, Object> expected = new LinkedHashMap<>();
    Part called = call.required("call");
    if (called instanceof Part.Members) {
      Entry unspecified = new Entry(called, "a call", findings);
      unspecified.allow("unspecified");
      expected.put("call", Map.of("unspecified", unspecified.requiredText("unspecified")));
    } else if (called != null) {
      expected.put("call", findings.string(called, "call"));
    }
    expected.put("reason", reason(call));
    Part missing = call.get("missing");
    if (missing != null) {
      expected.put("missing", missing(call, missing));
    }
    return expected;
  }

  private void refuse(String message) {
    findings.add(part.place(), message);
  }
}
