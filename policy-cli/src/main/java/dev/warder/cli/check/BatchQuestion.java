package dev.warder.cli.check;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.warder.analysis.document.JsonLines;
import dev.warder.analysis.document.MalformedLine;
import dev.warder.cli.text.GivenToken;
import dev.warder.cli.text.NoAnswer;
import dev.warder.cli.text.Shown;
import dev.warder.model.yaml.Nearest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of a batch: a token and a question, as JSON. */
final class BatchQuestion {
  private static final List<String> MEMBERS =
      List.of(
          "id",
          "account",
          "capabilities",
          "withoutAccount",
          "anonymous",
          "token",
          "owners",
          "method",
          "path",
          "requestAccount",
          "operation",
          "resourceAccount",
          "command",
          "when");

  /** As it stands in the line, a string in its quotes; null where there is none. */
  @Nullable String id;

  boolean isIdText;
  @Nullable String account;
  @Nullable List<String> capabilities;
  boolean withoutAccount;
  boolean anonymous;

  /** A signed token, of which nothing is known before {@link #verifyBy}. */
  @Nullable String token;

  @Nullable Map<String, Map<String, @Nullable String>> owners;
  @Nullable String method;
  @Nullable String path;
  @Nullable String requestAccount;
  @Nullable String operation;
  @Nullable String resourceAccount;
  @Nullable String command;
  @Nullable List<String> when;

  /** The members read so far, as bits. */
  private int seen;

  private BatchQuestion() {}

  /** Returns a question of which nothing was read yet. */
  static BatchQuestion empty() {
    return new BatchQuestion();
  }

  /** Reads a line; where it is no question, what was read before stays, such as its id. */
  void read(JsonLines lines) throws IOException, NoAnswer {
    try {
      lines.read(this::readMember);
    } catch (MalformedLine e) {
      throw NoAnswer.because(String.valueOf(e.getMessage()));
    }
    check();
  }

  private void readMember(JsonParser json, String name) throws IOException, NoAnswer {
    int member = MEMBERS.indexOf(name);
    checkUnseen(member >= 0 && (seen & 1 << member) != 0, name);
    seen |= member >= 0 ? 1 << member : 0;
    switch (name) {
      case "id" -> readId(json, json.currentToken());
      case "account" -> account = text(json, name);
      case "capabilities" -> capabilities = texts(json, name);
      case "withoutAccount" -> withoutAccount = truth(json.currentToken(), name);
      case "anonymous" -> anonymous = truth(json.currentToken(), name);
      case "token" -> token = text(json, name);
      case "owners" -> owners = owners(json);
      case "method" -> method = text(json, name);
      case "path" -> path = text(json, name);
      case "requestAccount" -> requestAccount = text(json, name);
      case "operation" -> operation = text(json, name);
      case "resourceAccount" -> resourceAccount = text(json, name);
      case "command" -> command = text(json, name);
      case "when" -> when = texts(json, name);
      default ->
          throw NoAnswer.because(
              "unknown member "
                  + Shown.quoted(name)
                  + Nearest.to(name, MEMBERS)
                      .map(near -> "; nearest: `" + near + "`")
                      .orElse("; there are " + String.join(", ", MEMBERS)));
    }
  }

  private static void checkUnseen(boolean isSeen, String name) throws NoAnswer {
    if (isSeen) {
      throw NoAnswer.because(Shown.quoted(name) + " stands twice");
    }
  }

  private void readId(JsonParser json, JsonToken value) throws IOException, NoAnswer {
    if (value != JsonToken.VALUE_STRING && value != JsonToken.VALUE_NUMBER_INT) {
      throw NoAnswer.because("`id` is a string or a whole number");
    }
    isIdText = value == JsonToken.VALUE_STRING;
    id = json.getText();
  }

  private static String text(JsonParser json, String name) throws IOException, NoAnswer {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw NoAnswer.because("`" + name + "` is a string");
    }
    return json.getText();
  }

  private static boolean truth(JsonToken value, String name) throws NoAnswer {
    if (!value.isBoolean()) {
      throw NoAnswer.because("`" + name + "` is true or false");
    }
    return value == JsonToken.VALUE_TRUE;
  }

  private static List<String> texts(JsonParser json, String name) throws IOException, NoAnswer {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw NoAnswer.because("`" + name + "` is a list of strings");
    }
    List<String> texts = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.VALUE_STRING) {
        throw NoAnswer.because("`" + name + "` is a list of strings");
      }
      texts.add(json.getText());
    }
    return texts;
  }

  private static Map<String, Map<String, @Nullable String>> owners(JsonParser json)
      throws IOException, NoAnswer {
    Map<String, Map<String, @Nullable String>> owners = new HashMap<>();
    checkObject(json);
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String kind = json.currentName();
      checkUnseen(owners.containsKey(kind), kind);
      json.nextToken();
      checkObject(json);
      Map<String, @Nullable String> accounts = new HashMap<>();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String id = json.currentName();
        checkUnseen(accounts.containsKey(id), id);
        boolean isUnknown = json.nextToken() == JsonToken.VALUE_NULL;
        accounts.put(id, isUnknown ? null : text(json, "owners"));
      }
      owners.put(kind, accounts);
    }
    return owners;
  }

  private static void checkObject(JsonParser json) throws NoAnswer {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      throw NoAnswer.because("`owners` is an object of kinds, each an object of ids and accounts");
    }
  }

  private void check() throws NoAnswer {
    boolean isRequest = method != null || path != null;
    int questions = (isRequest ? 1 : 0) + (operation == null ? 0 : 1) + (command == null ? 0 : 1);
    if (questions != 1 || (isRequest && (method == null || path == null))) {
      throw NoAnswer.because("a question is `method` and `path`, or `operation`, or `command`");
    }
    checkGoesWith("owners", owners != null, "method` and `path", isRequest);
    checkGoesWith("requestAccount", requestAccount != null, "method` and `path", isRequest);
    checkGoesWith("resourceAccount", resourceAccount != null, "operation", operation != null);
    checkGoesWith("when", when != null, "command", command != null);
    checkToken();
  }

  private static void checkGoesWith(
      String member, boolean isGiven, String question, boolean isAsked) throws NoAnswer {
    if (isGiven && !isAsked) {
      throw NoAnswer.because("`" + member + "` goes with `" + question + "` only");
    }
  }

  /** Puts what the signed token says in its place. */
  void verifyBy(@Nullable TokenCheck tokens) throws NoAnswer, RejectedToken {
    if (tokens == null || token == null) {
      throw NoAnswer.because("`token` needs --keys and what belongs to it on the command line");
    }
    AskedToken verified = tokens.verify(GivenToken.of(token, "`token`"));
    account = verified.account();
    withoutAccount = verified.isWithoutAccount();
    capabilities = verified.capabilities();
  }

  /** Returns whether there is a token, and its account is not known. */
  boolean lacksAccount() {
    return capabilities != null && account == null && !withoutAccount;
  }

  private void checkToken() throws NoAnswer {
    if (token != null) {
      if (anonymous || withoutAccount || account != null || capabilities != null) {
        throw NoAnswer.because(
            "`token` goes with neither `account`, `withoutAccount`, `capabilities` nor"
                + " `anonymous`");
      }
      return;
    }
    if (anonymous && (account != null || withoutAccount || capabilities != null)) {
      throw NoAnswer.because(
          "`anonymous` goes with neither `account`, `withoutAccount` nor `capabilities`");
    }
    if (account != null && withoutAccount) {
      throw NoAnswer.because("`account` and `withoutAccount` do not go together");
    }
    if (!anonymous && capabilities == null) {
      throw NoAnswer.because("needs the token's `capabilities`, or `anonymous`");
    }
    if (account != null && account.isEmpty()) {
      throw NoAnswer.because("`account` is empty");
    }
  }
}
