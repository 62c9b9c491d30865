package dev.warder.cli.check;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.warder.analysis.document.JsonLines;
import dev.warder.cli.text.JsonObject;
import dev.warder.cli.text.NoAnswer;
import dev.warder.engine.Decision;
import dev.warder.engine.Grant;
import dev.warder.engine.Match;
import dev.warder.engine.PolicyEngine;
import dev.warder.engine.Reason;
import dev.warder.model.Operation;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Answers a stream of questions, line by line, in the same order and in constant memory. */
final class Batch {
  private static final SerializableString FINGERPRINT = new SerializedString("fingerprint");

  private final PolicyEngine engine;
  private final @Nullable TokenCheck tokens;
  private final BatchGrants grants;
  private final Set<String> kinds;
  private final Unknown unknown = new Unknown();
  private final JsonGenerator json;
  private final JsonObject answer;
  private final SerializableString fingerprint;

  /**
   * Makes a batch.
   *
   * @param tokens what verifies signed tokens, or null where there are to be none
   */
  Batch(PolicyEngine engine, @Nullable TokenCheck tokens, JsonGenerator json) {
    this.engine = engine;
    this.tokens = tokens;
    this.grants = new BatchGrants(engine);
    this.kinds = Owners.kinds(engine.catalogue());
    this.json = json;
    this.answer = new JsonObject(json);
    this.fingerprint = new SerializedString(engine.catalogue().fingerprint());
  }

  /** Answers one line, and returns whether it was a question. */
  boolean answer(JsonLines lines) throws IOException {
    BatchQuestion question = BatchQuestion.empty();
    try {
      question.read(lines);
      if (question.token != null) {
        question.verifyBy(tokens);
      }
      answer(question);
      return true;
    } catch (RejectedToken e) {
      begin(question);
      e.write(answer);
      end();
      return true;
    } catch (NoAnswer e) {
      begin(question);
      answer.put("line", lines.number());
      answer.put("error", e.message());
      end();
      return false;
    }
  }

  private void begin(BatchQuestion question) throws IOException {
    json.writeStartObject();
    answer.put("format", 1);
    if (question.id != null) {
      json.writeFieldName("id");
      if (question.isIdText) {
        json.writeString(question.id);
      } else {
        json.writeNumber(question.id);
      }
    }
  }

  private void end() throws IOException {
    json.writeFieldName(FINGERPRINT);
    json.writeString(fingerprint);
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void answer(BatchQuestion question) throws IOException, NoAnswer {
    if (question.command != null) {
      writeAnswer(question, command(question, question.command));
    } else if (question.operation != null) {
      Operation operation = OperationQuestion.find(engine.catalogue(), question.operation, unknown);
      if (question.lacksAccount()) {
        checkAccount(OperationQuestion.comparesAccounts(engine, operation));
      }
      Grant grant = grant(question);
      writeAnswer(question, grant, engine.decide(grant, operation, question.resourceAccount));
    } else if (question.method != null && question.path != null) {
      Owners owners = new Owners(question.owners == null ? Map.of() : question.owners);
      owners.checkKinds(kinds, unknown);
      Match match = engine.match(question.method, question.path, question.requestAccount);
      if (question.lacksAccount()) {
        checkAccount(RequestQuestion.comparesAccounts(engine, match, owners));
      }
      Grant grant = grant(question);
      writeAnswer(question, grant, engine.decide(grant, match, owners));
    }
  }

  private static void checkAccount(boolean isCompared) throws NoAnswer {
    if (isCompared) {
      throw NoAnswer.because("needs the token's `account`, or `withoutAccount`");
    }
  }

  private Grant grant(BatchQuestion question) {
    return question.capabilities == null
        ? engine.anonymous()
        : grants.of(question.account, question.capabilities);
  }

  private PreflightAnswer command(BatchQuestion question, String spelling) throws NoAnswer {
    List<String> when = question.when == null ? List.of() : question.when;
    AskedToken token =
        new AskedToken(question.account, question.withoutAccount, question.capabilities);
    return new CommandQuestion(spelling, when).ask(engine, token, unknown);
  }

  private void writeAnswer(BatchQuestion question, Grant grant, Decision decision)
      throws IOException {
    begin(question);
    DecisionAnswer.write(answer, decision, () -> grants.explanation(grant, decision));
    writeUnknown(grant.unknown());
    end();
  }

  private void writeAnswer(BatchQuestion question, PreflightAnswer command) throws IOException {
    begin(question);
    CheckAnswer.write(answer, command.preflight().reason());
    answer.put("command", command.command().name());
    if (!command.isAllowed()) {
      PreflightAnswer.writeCalls(
          answer,
          command.preflight().calls().stream()
              .filter(call -> call.reason() != Reason.ALLOWED)
              .toList());
      answer.put("enough", command.preflight().enough());
    }
    writeUnknown(command.unknown());
    end();
  }

  /** Names what the token carries and the catalogue does not know: it matches nothing. */
  private void writeUnknown(Set<String> unknown) {
    if (!unknown.isEmpty()) {
      answer.put("unknownCapabilities", unknown);
    }
  }
}
