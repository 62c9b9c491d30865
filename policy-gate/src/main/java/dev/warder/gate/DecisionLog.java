package dev.warder.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.warder.engine.Decision;
import dev.warder.gate.token.AccessToken;
import dev.warder.gate.token.TokenFault;
import dev.warder.model.Operation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes each outcome as one line of JSON, all ASCII, as the specification of the decision log
 * says. No token stands in it, and no target. The stream is flushed when no more outcomes are
 * waiting.
 */
public final class DecisionLog implements DecisionListener {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /** The most characters of a method that are written; RFC 9110 knows none so long. */
  private static final int MOST_OF_METHOD = 32;

  private final OutputStream stream;
  private final AtomicLong lost = new AtomicLong();

  /** How many of those dropped a line has counted. */
  private long dropped;

  /** How many lines were written and not flushed yet. */
  private long unflushed;

  /** Whether the last line may have been written in part. */
  private boolean isTorn;

  private DecisionLog(OutputStream stream) {
    this.stream = stream;
  }

  /**
   * Returns a log that writes to a stream, which a buffer makes faster. The stream stays the
   * host's, to be closed after the gate.
   */
  public static DecisionLog to(OutputStream stream) {
    return new DecisionLog(stream);
  }

  /** Returns how many lines may not have been written; later ones are tried all the same. */
  public long lost() {
    return lost.get();
  }

  @Override
  public void decided(DecisionEvent event) {
    try {
      String line = line(event);
      stream.write((isTorn ? "\n" + line : line).getBytes(UTF_8));
      dropped = Math.max(dropped, event.dropped());
      isTorn = false;
      unflushed++;
    } catch (IOException e) {
      isTorn = true;
      lost.incrementAndGet();
    }
  }

  @Override
  public void caughtUp() {
    try {
      stream.flush();
    } catch (IOException e) {
      isTorn = true;
      lost.addAndGet(unflushed);
    }
    unflushed = 0;
  }

  private String line(DecisionEvent event) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("format", 1);
      json.writeStringField("id", event.id());
      json.writeStringField("time", event.time().toString());
      json.writeNumberField("nanoseconds", event.duration().toNanos());
      write(json, event);
      if (event.dropped() > dropped) {
        json.writeNumberField("dropped", event.dropped() - dropped);
      }
      json.writeEndObject();
    }
    return text.append('\n').toString();
  }

  private static void write(JsonGenerator json, DecisionEvent event) throws IOException {
    Outcome outcome = event.outcome();
    json.writeStringField("fingerprint", outcome.fingerprint());
    json.writeBooleanField("allowed", outcome.isAllowed());
    json.writeStringField("reason", outcome.reason().code());
    Optional<TokenFault> fault = outcome.fault();
    if (fault.isPresent()) {
      json.writeStringField("fault", fault.get().code());
    }
    Optional<RuntimeException> failure = outcome.failure();
    if (failure.isPresent()) {
      json.writeStringField("failure", failure.get().getClass().getName());
    }
    if (event.method().length() <= MOST_OF_METHOD) {
      json.writeStringField("method", event.method());
    }
    Optional<Operation> operation = outcome.decision().flatMap(Decision::operation);
    if (operation.isPresent()) {
      json.writeStringField("operation", operation.get().id());
    }
    Optional<AccessToken> token = outcome.token();
    if (token.isPresent()) {
      json.writeStringField("issuer", token.get().issuer());
      json.writeStringField("token", token.get().tokenId());
      Optional<String> account = token.get().account();
      if (account.isPresent()) {
        json.writeStringField("account", account.get());
      }
    }
  }
}
