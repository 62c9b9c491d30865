package dev.warder.analysis.vectors;

import com.google.common.collect.ImmutableSet;
import dev.warder.engine.Reason;
import dev.warder.model.text.Quoted;
import dev.warder.model.yaml.Fields;
import dev.warder.model.yaml.Node;
import dev.warder.model.yaml.Place;
import dev.warder.model.yaml.Values;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one vector. */
final class VectorParser {
  private static final Set<String> REASONS =
      Stream.of(Reason.values()).map(Reason::code).collect(ImmutableSet.toImmutableSet());

  private final Place place;
  private final Fields vector;
  private final Values values;

  private VectorParser(Node part, Values values) {
    this.place = part.place();
    this.vector =
        new Fields(
            values,
            "a vector",
            place,
            part,
            "name",
            "account",
            "capabilities",
            "withoutAccount",
            "anonymous",
            "method",
            "path",
            "requestAccount",
            "operation",
            "resourceAccount",
            "preflight",
            "command",
            "when",
            "expect");
    this.values = values;
  }

  static Vector parse(Node part, Values values) {
    return new VectorParser(part, values).vector();
  }

  private Vector vector() {
    boolean isAnonymous = isTrue("anonymous");
    boolean isWithoutAccount = isTrue("withoutAccount");
    if (isWithoutAccount && has("account")) {
      refuse("a grant `withoutAccount` has no `account`");
    }
    return new Vector(
        vector.string("name"),
        place,
        isAnonymous || isWithoutAccount ? null : account(),
        !isAnonymous,
        isAnonymous ? noCapabilities() : values.strings(vector.required("capabilities")),
        question(),
        expected(vector.required("expect")));
  }

  private boolean has(String name) {
    return vector.optional(name) != null;
  }

  private boolean isTrue(String name) {
    Node part = vector.optional(name);
    boolean isTrue = part instanceof Node.Scalar text && text.isWord("true");
    if (part != null && !isTrue && !(part instanceof Node.Scalar text && text.isWord("false"))) {
      values.refuse(part.place(), name + ": true or false is expected");
    }
    return isTrue;
  }

  private List<String> noCapabilities() {
    if (has("account") || has("capabilities") || isTrue("withoutAccount")) {
      refuse("the anonymous grant has neither `account`, `capabilities` nor `withoutAccount`");
    }
    return List.of();
  }

  private String account() {
    String account = vector.string("account");
    if (has("account") && account.isEmpty()) {
      refuse("a grant's account is not empty");
    }
    return account.isEmpty() ? "?" : account;
  }

  private Vector.Question question() {
    List<String> asked =
        Stream.of("path", "operation", "preflight", "command").filter(this::has).toList();
    if (asked.size() != 1) {
      refuse(
          "a vector asks one question: `method` and `path`, `operation`, `preflight` or `command`");
      return new Vector.Request("", "", null);
    }
    refuseWithout("method", "path");
    refuseWithout("requestAccount", "path");
    refuseWithout("resourceAccount", "operation");
    refuseWithout("when", "command");
    List<String> when = values.strings(vector.optional("when"));
    return switch (asked.get(0)) {
      case "operation" ->
          new Vector.OfOperation(vector.string("operation"), text("resourceAccount"));
      case "preflight" -> new Vector.OfPreflight(vector.string("preflight"));
      case "command" -> new Vector.OfCommand(vector.string("command"), new LinkedHashSet<>(when));
      default ->
          new Vector.Request(
              vector.string("method"), vector.string("path"), text("requestAccount"));
    };
  }

  private @Nullable String text(String name) {
    return has(name) ? vector.string(name) : null;
  }

  private void refuseWithout(String name, String with) {
    if (has(name) && !has(with)) {
      refuse(Quoted.of(name) + " goes with " + Quoted.of(with));
    }
  }

  private Map<String, Object> expected(@Nullable Node expect) {
    if (expect == null) {
      return Map.of();
    }
    String[] members =
        has("command")
            ? new String[] {"reason", "command", "calls", "enough"}
            : has("preflight")
                ? new String[] {"reason", "missing", "enough"}
                : new String[] {"reason", "operation", "allow", "missing", "enough"};
    Fields answer = new Fields(values, "an expectation", expect.place(), expect, members);
    Map<String, Object> expected = new LinkedHashMap<>();
    expected.put("reason", reason(answer));
    put(expected, answer, "operation", values::string);
    put(expected, answer, "command", values::string);
    put(expected, answer, "allow", values::strings);
    put(expected, answer, "enough", values::strings);
    put(expected, answer, "missing", this::missing);
    put(expected, answer, "calls", calls -> values.items(calls).stream().map(this::call).toList());
    return expected;
  }

  private static void put(
      Map<String, Object> expected, Fields answer, String name, Function<Node, Object> value) {
    Node node = answer.optional(name);
    if (node != null) {
      expected.put(name, value.apply(node));
    }
  }

  private String reason(Fields answer) {
    Node given = answer.required("reason");
    String reason = values.string(given);
    if (given != null && !REASONS.contains(reason)) {
      values.refuse(
          given.place(),
          "unknown reason " + Quoted.of(reason) + values.nearest(reason, REASONS, ""));
    }
    return reason;
  }

  private List<List<String>> missing(Node part) {
    return values.items(part).stream().map(values::strings).toList();
  }

  private Object call(Node part) {
    String what = "a call";
    Fields call = new Fields(values, what, part.place(), part, "call", "reason", "missing");
    Map<String, Object> expected = new LinkedHashMap<>();
    Node called = call.required("call");
    if (called instanceof Node.Mapping) {
      Fields unspecified = new Fields(values, what, called.place(), called, "unspecified");
      expected.put("call", Map.of("unspecified", unspecified.string("unspecified")));
    } else if (called != null) {
      expected.put("call", values.string(called));
    }
    expected.put("reason", reason(call));
    put(expected, call, "missing", this::missing);
    return expected;
  }

  private void refuse(String message) {
    values.refuse(place, message);
  }
}
