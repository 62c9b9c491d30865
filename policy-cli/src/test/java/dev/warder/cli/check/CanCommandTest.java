package dev.warder.cli.check;

import static dev.warder.cli.Run.allowed;
import static dev.warder.cli.Run.inTerminal;
import static dev.warder.cli.Run.noAnswer;
import static dev.warder.cli.Run.plainTerminal;
import static dev.warder.cli.Run.warder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Full outputs of {@code warder can}. */
class CanCommandTest {

  @Test
  void operationsAndCommands_areTables() {
    assertThat(warder("can", "--capabilities", "write:app", "pkcs12"))
        .isEqualTo(
            allowed(
                """
                allowed: 0 of 1 operations
                OPERATION          METHOD  PATH                  ANSWER
                update-app-pkcs12  POST    /v1/apps/{id}/pkcs12  unmapped
                """));
    assertThat(warder("can", "--capabilities", "write:app", "queues"))
        .isEqualTo(
            allowed(
                """
                allowed: 0 of 3 operations
                OPERATION     METHOD  PATH                                 ANSWER   MISSING
                list-queues   GET     /v1/apps/{app_id}/queues             missing  read:queue
                create-queue  POST    /v1/apps/{app_id}/queues             missing  write:queue
                delete-queue  DELETE  /v1/apps/{app_id}/queues/{queue_id}  missing  write:queue

                COMMAND             WHEN  ANSWER   ENOUGH
                ably queues list          missing  read:queue
                ably queues list    app   missing  read:queue and read:app
                ably queues create        missing  write:queue
                ably queues create  app   missing  write:queue and read:app
                ably queues delete        missing  read:queue and write:queue
                ably queues delete  app   missing  read:queue and write:queue and read:app
                """));
  }

  @Test
  void allowedOrMissing_listsOnlyThese_andCountsAll() {
    assertThat(warder("can", "--capabilities", "write:app,read:queue", "--missing", "queues"))
        .isEqualTo(
            allowed(
                """
                allowed: 1 of 3 operations
                OPERATION     METHOD  PATH                                 ANSWER   MISSING
                create-queue  POST    /v1/apps/{app_id}/queues             missing  write:queue
                delete-queue  DELETE  /v1/apps/{app_id}/queues/{queue_id}  missing  write:queue

                COMMAND             WHEN  ANSWER   ENOUGH
                ably queues list    app   missing  read:app
                ably queues create        missing  write:queue
                ably queues create  app   missing  write:queue and read:app
                ably queues delete        missing  write:queue
                ably queues delete  app   missing  write:queue and read:app
                """));
    assertThat(warder("can", "--capabilities", "write:app,read:queue", "--allowed", "queues"))
        .isEqualTo(
            allowed(
                """
                allowed: 1 of 3 operations
                OPERATION    METHOD  PATH                      ANSWER
                list-queues  GET     /v1/apps/{app_id}/queues  allowed

                COMMAND           ANSWER
                ably queues list  allowed
                """));
    assertThat(warder("can", "--capabilities=", "--missing", "pkcs12").out()).contains("unmapped");
    assertThat(warder("can", "--capabilities=", "--allowed", "--json", "pkcs12").out())
        .startsWith("{\"format\":1,\"operations\":[],\"commands\":[],");
  }

  @Test
  void everything_isListedWithoutAText() {
    Run run = warder("can", "--capabilities", "read:app,write:app");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("allowed: 5 of 24 operations\n")
        .contains("\nget-me             GET     /v1/me")
        .contains("\nably apps delete" + " ".repeat(22) + "allowed\n");
  }

  @Test
  void terminal_showsColoursWhereItHasThem() {
    assertThat(inTerminal(80, "can", "--capabilities", "write:app", "set-"))
        .isEqualTo(
            allowed(
                """
                \033[1mCOMMAND\033[m                    \033[1mWHEN\033[m     \033[1mANSWER\033[m    \033[1mENOUGH\033[m
                ably push config set-fcm            \033[32mallowed\033[m
                ably push config set-fcm   app      \033[31mmissing\033[m   read:app
                ably push config set-apns  p8       \033[32mallowed\033[m
                ably push config set-apns  p12      \033[33munmapped\033[m
                ably push config set-apns  sandbox  \033[33munmapped\033[m
                ably push config set-apns  app      \033[31mmissing\033[m   read:app
                """));
    assertThat(plainTerminal(60, "can", "--capabilities", "write:app", "pkcs12"))
        .isEqualTo(
            allowed(
                """
                allowed: 0 of 1 operations
                OPERATION          METHOD  PATH                  ANSWER
                update-app-pkcs12  POST    /v1/apps/{id}/pkcs12  unmapped
                """));
  }

  @Test
  void alternatives_areShownWithTheSmallestAddition(@TempDir Path folder) throws Exception {
    String file =
        Files.writeString(
                folder.resolve("c.yaml"),
                """
                catalogue: c
                format: 1
                version: "1"
                title: C
                categories: {c: C}
                capabilities: {a: {label: A, category: c}, b: {label: B, category: c}, d: {label: D, category: c}, e: {label: E, category: c}}
                operations:
                  two: {method: GET, path: /2, summary: S, requires: {any: [{all: [a, b]}, d]}}
                  five: {method: GET, path: /5, summary: S, requires: {any: [a, b, d, e, {all: [a, b]}]}}
                """)
            .toString();
    assertThat(warder("can", "--catalogue", file, "--capabilities="))
        .isEqualTo(
            allowed(
                """
                allowed: 0 of 2 operations
                OPERATION  METHOD  PATH  ANSWER   MISSING                       ENOUGH
                two        GET     /2    missing  a and b or d                  d
                five       GET     /5    missing  a or b or d or one of 2 more  a
                """));
    assertThat(warder("can", "--catalogue", file, "--capabilities=a", "--json", "two").out())
        .startsWith(
            "{\"format\":1,\"operations\":[{\"operation\":\"two\",\"allowed\":false,"
                + "\"reason\":\"missing-capability\",\"enough\":[\"b\"],"
                + "\"missing\":[[\"b\"],[\"d\"]]}],\"commands\":[],\"unknownCapabilities\":[],"
                + "\"catalogue\":\"c\"");
  }

  @Test
  void json_isOneObject() {
    assertThat(warder("can", "--json", "--capabilities", "", "set-fcm"))
        .isEqualTo(
            allowed(
                """
                {"format":1,"operations":[],"commands":[{"command":"ably push config set-fcm","allowed":false,"reason":"missing-capability","enough":["write:app"]},{"command":"ably push config set-fcm","when":"app","allowed":false,"reason":"missing-capability","enough":["write:app","read:app"]}],"unknownCapabilities":[],"catalogue":"control-api","version":"2026-11","fingerprint":"FINGERPRINT"}
                """));
  }

  @Test
  void unknownCapability_isToldOf() {
    Run run = warder("can", "--json", "--capabilities", "read:ap,\033", "get-me");
    assertThat(run.err())
        .isEqualTo(
            """
            warder: warning: unknown capability `read:ap` matches nothing; did you mean `read:app`?
            warder: warning: unknown capability `\\u{1b}` matches nothing
            """);
    assertThat(run.out()).contains("\"unknownCapabilities\":[\"read:ap\",\"\\u001B\"]");
  }

  @Test
  void textThatNothingHas_showsNothing() {
    assertThat(warder("can", "--capabilities=", "nothing like it")).isEqualTo(allowed(""));
  }

  @Test
  void misuse_pointsToTheHelp() {
    assertThat(warder("can"))
        .isEqualTo(
            noAnswer(
                "warder: needs --capabilities LIST, what the token carries; \"\" for nothing\nwarder: see"
                    + " warder can --help\n"));
    assertThat(warder("can", "--capabilities", "a,,b").exitCode()).isEqualTo(2);
  }
}
