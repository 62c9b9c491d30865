package dev.warder.cli.check;

import dev.warder.cli.text.JsonObject;
import dev.warder.cli.text.NamedRows;
import dev.warder.engine.Reason;
import java.util.Set;

/** The answer to a {@link CheckQuestion}, for people and for programs. */
sealed interface CheckAnswer permits DecisionAnswer, PreflightAnswer, RejectedToken {

  boolean isAllowed();

  /** Returns what the token carries and the catalogue does not know. */
  Set<String> unknown();

  /** Adds why, for people. */
  void add(NamedRows rows);

  /** Writes all of it, for programs. */
  void write(JsonObject json);

  /** Writes whether something is allowed, and why. */
  static void write(JsonObject json, Reason reason) {
    json.put("allowed", reason == Reason.ALLOWED);
    json.put("reason", reason);
    json.put("status", reason.status());
  }
}
