package dev.warder.servlet;

import dev.warder.engine.Decision;
import dev.warder.gate.Outcome;
import dev.warder.gate.token.AccessToken;
import dev.warder.model.Operation;
import jakarta.servlet.ServletRequest;
import java.util.Optional;

/** What a {@link WarderFilter} found out about a request, for the servlets behind it. */
public final class JudgedRequest {
  /** The request attribute that holds the {@link Outcome}. */
  public static final String OUTCOME = "dev.warder.outcome";

  private JudgedRequest() {}

  /** Returns how the request was judged; nothing where no filter judged it. */
  public static Optional<Outcome> outcome(ServletRequest request) {
    return request.getAttribute(OUTCOME) instanceof Outcome outcome
        ? Optional.of(outcome)
        : Optional.empty();
  }

  /**
   * Returns the verified token; nothing where the request was allowed without one, or not judged.
   */
  public static Optional<AccessToken> token(ServletRequest request) {
    return outcome(request).flatMap(Outcome::token);
  }

  /** Returns the operation that the request asks; nothing where several are asked, or none. */
  public static Optional<Operation> operation(ServletRequest request) {
    return outcome(request).flatMap(Outcome::decision).flatMap(Decision::operation);
  }
}
