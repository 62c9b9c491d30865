package dev.warder.cli.catalogue;

import static dev.warder.cli.Run.allowed;
import static dev.warder.cli.Run.inTerminal;
import static dev.warder.cli.Run.noAnswer;
import static dev.warder.cli.Run.plainTerminal;
import static dev.warder.cli.Run.warder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands print that list what a catalogue has. */
class ListingTest {

  @Test
  void capabilities_all_areListed() {
    assertThat(warder("capabilities"))
        .isEqualTo(
            allowed(
                """
                CAPABILITY       LABEL              CATEGORY    ACCESS
                read:app         Read App           Apps        read
                write:app        Write App          Apps        write
                read:key         Read Key           Keys        read
                write:key        Write Key          Keys        write
                read:rule        Read Integration   Rules       read
                write:rule       Write Integration  Rules       write
                read:queue       Read Queue         Queues      read
                write:queue      Write Queue        Queues      write
                read:namespace   Read Rule          Namespaces  read
                write:namespace  Write Rule         Namespaces  write
                read:stats       Read Stats         Statistics  read
                """));
  }

  @Test
  void capabilities_text_narrowsTheList() {
    assertThat(warder("capabilities", "WRITE KEY"))
        .isEqualTo(
            allowed(
                """
                CAPABILITY  LABEL      CATEGORY  ACCESS
                write:key   Write Key  Keys      write
                """));
  }

  @Test
  void capabilities_json_isOneObject() {
    assertThat(warder("capabilities", "--json", "write key"))
        .isEqualTo(
            allowed(
                """
                {"format":1,"capabilities":[{"capability":"write:key","label":"Write Key","category":"keys","access":"write","implies":[],"escalates":"Can create an API key with every right in an app, and use it."}],"catalogue":"control-api","version":"2026-11","fingerprint":"FINGERPRINT"}
                """));
  }

  @Test
  void operations_text_narrowsTheList() {
    assertThat(warder("operations", "read:stats"))
        .isEqualTo(
            allowed(
                """
                OPERATION          METHOD  PATH                     REQUIRES    ACCOUNT            SUMMARY
                get-account-stats  GET     /v1/accounts/{id}/stats  read:stats  {id}               Account statistics
                get-app-stats      GET     /v1/apps/{id}/stats      read:stats  owner of app {id}  App statistics
                """));
  }

  @Test
  void operations_inATerminal_fit() {
    assertThat(plainTerminal(80, "operations", "read:stats"))
        .isEqualTo(
            allowed(
                """
                OPERATION       METHOD  PATH            REQUIRES    ACCOUNT        SUMMARY
                get-account-    GET     /v1/accounts/   read:stats  {id}           Account
                stats                   {id}/stats                                 statistics
                get-app-stats   GET     /v1/apps/{id}/  read:stats  owner of app   App
                                        stats                       {id}           statistics
                """));
  }

  @Test
  void operations_ofSeveralChecks_nameEachInOrder(@TempDir Path folder) throws Exception {
    String catalogue =
        Files.writeString(
                folder.resolve("books.yaml"),
                """
                catalogue: books
                format: 1
                version: "1"
                title: Books
                categories: {all: All}
                capabilities: {read: {label: Read, category: all}}
                operations:
                  get-page:
                    method: GET
                    path: "/books/{book}/pages/{page}"
                    summary: Get
                    owner: {page: page, book: book}
                    account: from-request
                    requires: read
                """)
            .toString();
    assertThat(warder("operations", "--catalogue", catalogue).out())
        .contains("  from the request and owner of page {page} and owner of book {book}  ");
    assertThat(warder("operations", "--json", "--catalogue", catalogue).out())
        .contains("\"account\":\"from-request\",\"owner\":{\"page\":\"page\",\"book\":\"book\"}");
  }

  @Test
  void operations_json_isOneObject() {
    assertThat(warder("operations", "--json", "read:stats"))
        .isEqualTo(
            allowed(
                """
                {"format":1,"operations":[{"operation":"get-account-stats","method":"GET","path":"/v1/accounts/{id}/stats","summary":"Account statistics","requires":[["read:stats"]],"account":"id"},{"operation":"get-app-stats","method":"GET","path":"/v1/apps/{id}/stats","summary":"App statistics","requires":[["read:stats"]],"owner":{"app":"id"}}],"catalogue":"control-api","version":"2026-11","fingerprint":"FINGERPRINT"}
                """));
  }

  @Test
  void commands_text_narrowsTheList() {
    assertThat(warder("commands", "ably apps update"))
        .isEqualTo(
            allowed(
                """
                COMMAND           NEEDS                   DOCUMENTED
                ably apps update  read:app and write:app  write:app (understates)
                """));
  }

  @Test
  void commands_inATerminal_standOut() {
    assertThat(inTerminal(80, "commands", "ably apps update"))
        .isEqualTo(
            allowed(
                """
                \033[1mCOMMAND\033[m           \033[1mNEEDS\033[m                   \033[1mDOCUMENTED\033[m
                ably apps update  read:app and write:app  \033[33mwrite:app (understates)\033[m
                """));
  }

  @Test
  void commands_json_isOneObject() {
    assertThat(warder("commands", "--json", "ably apps update"))
        .isEqualTo(
            allowed(
                """
                {"format":1,"commands":[{"command":"ably apps update","aliases":["ably app update"],"former":[],"said":true,"needs":["read:app","write:app"],"documented":"write:app","understates":true,"when":[]}],"catalogue":"control-api","version":"2026-11","fingerprint":"FINGERPRINT"}
                """));
  }

  @Test
  void explain_reason_isAPage() {
    assertThat(warder("explain", "unavailable"))
        .isEqualTo(
            allowed(
                """
                unavailable (status 503): the owner could not be looked up

                The host could not find out who owns the resource, or its look-up failed. What cannot be looked up is denied. For a token: its keys could not be read, or it was unknown whether it was revoked.

                Try again later. An operator should look at the source of owners, keys or revocations.
                """));
  }

  @Test
  void explain_inATerminal_fits() {
    assertThat(inTerminal(60, "explain", "unavailable"))
        .isEqualTo(
            allowed(
                """
                \033[1munavailable\033[m (status 503): the owner could not be looked up

                The host could not find out who owns the resource, or its
                look-up failed. What cannot be looked up is denied. For a
                token: its keys could not be read, or it was unknown whether
                it was revoked.

                Try again later. An operator should look at the source of
                owners, keys or revocations.
                """));
  }

  @Test
  void explain_nothing_listsTheReasons() {
    assertThat(warder("explain"))
        .isEqualTo(
            allowed(
                """
                REASON              STATUS  MEANS
                allowed             200     every step passed
                malformed-request   400     the path is not canonical or the method is not a token
                unknown-operation   404     no template matches the path
                method-not-allowed  405     templates match the path, none with this method
                unmapped-operation  403     the provider has not said what the operation needs
                wrong-account       404     the resource is not known to belong to the token's account
                unavailable         503     the owner could not be looked up
                missing-capability  403     no alternative is wholly held, or a token is needed and there is none
                invalid-token       401     the token is not valid now for this issuer and audience
                expired-token       401     the token is genuine, and its time is over
                revoked-token       401     the token is genuine, and was revoked
                missing-token       401     there is no token, and without one the request is not allowed
                client-limit        429     the client made too many requests without a valid token in this hour
                public-limit        429     the client made too many public requests in this hour
                token-limit         429     the token made too many requests in this hour
                account-limit       429     the tokens of the account made too many requests in this hour
                """));
  }

  @Test
  void explain_fault_namesItsReason() {
    assertThat(warder("explain", "signature"))
        .isEqualTo(
            allowed(
                """
                signature (status 401): the signature is not the key's

                It is a fault of a token. A client gets only the reason, invalid-token.

                Look at the token with `warder token inspect`, and at the reason with `warder explain invalid-token`.
                """));
  }

  @Test
  void explain_unknownReason_namesTheNearest() {
    assertThat(warder("explain", "wrong-acount"))
        .isEqualTo(
            noAnswer("warder: unknown reason `wrong-acount`; did you mean `wrong-account`?\n"));
  }

  @Test
  void completion_isAScriptForBash() {
    Run run = warder("completion");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("#!/usr/bin/env bash\n").contains("--capabilities");
  }

  @Test
  void completion_whereNothingElseIsOffered_filesAre() {
    assertThat(warder("completion").out())
        .contains("complete -F _complete_warder -o default warder")
        .doesNotContain("compopt +o default");
  }

  @Test
  void commands_textOfACondition_isSearched() {
    assertThat(warder("commands", "sandbox").out()).contains("ably push config set-apns");
  }

  @Test
  void commands_needs_areTheFirstAnswerOfNeeds(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("n.yaml"),
            """
            catalogue: n
            format: 1
            version: "1"
            title: N
            categories: {c: C}
            capabilities:
              a: {label: A, category: c}
              b: {label: B, category: c}
            operations:
              either: {method: GET, path: /e, summary: E, requires: {any: [a, b]}}
              one: {method: GET, path: /o, summary: O, requires: b}
            commands:
              both: {calls: [either, one]}
            """);
    assertThat(warder("commands", "--catalogue", file.toString()))
        .isEqualTo(
            allowed(
                """
                COMMAND  NEEDS
                both     b
                """));
  }
}
