package dev.warder.cli.check;

import static dev.warder.cli.Run.NOW;
import static dev.warder.cli.Run.noAnswer;
import static dev.warder.cli.Run.reading;
import static dev.warder.cli.Run.warder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.cli.Run;
import dev.warder.testkit.TestIssuer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code warder check} where the account comes with the request, or the token has none. */
final class CheckRequestAccountTest {
  private static final String CATALOGUE =
      """
      catalogue: books
      format: 1
      version: "1"
      title: Books
      categories: {all: All}
      capabilities:
        read: {label: Read, category: all}
      operations:
        list-books: {method: GET, path: /books, summary: List, account: from-request, requires: read}
        get-page:
          method: GET
          path: "/books/{book}/pages/{page}"
          summary: Get
          account: from-request
          owner: {book: book, page: page}
          requires: read
        me: {method: GET, path: /me, summary: Me, requires: any token}
        authors: {method: GET, path: /authors/, summary: Authors, requires: any token}
        copy: {method: POST, path: "/accounts/{id}:copy", summary: Copy, account: id, requires: read}
        lend: {method: POST, path: "/books/{book}:lend", summary: Lend, owner: {book: book}, requires: read}
      """;

  @TempDir Path folder;
  private String catalogue;

  @BeforeEach
  void writeCatalogue() throws Exception {
    catalogue = Files.writeString(folder.resolve("books.yaml"), CATALOGUE).toString();
  }

  private Run check(String... more) {
    List<String> args = new ArrayList<>(List.of("check", "--catalogue", catalogue));
    args.addAll(List.of(more));
    return warder(args.toArray(String[]::new));
  }

  @Test
  void requestAccount_ofTheToken_isAllowed() {
    Run run =
        check(
            "--capabilities", "read", "--account", "A", "--request-account", "A", "GET", "/books");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("ALLOWED\n  reason:    allowed (every step passed)\n");
  }

  @Test
  void requestAccount_another_isWrongAccount() {
    Run run =
        check(
            "--capabilities", "read", "--account", "A", "--request-account", "B", "GET", "/books");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .startsWith(
            """
            DENIED
              reason:    wrong-account (the account is not the token's, or none is named)
            """);
  }

  private String hint(String method, String path) {
    Run run = check("--capabilities", "read", "--account", "A", method, path);
    assertThat(run.exitCode()).isEqualTo(1);
    return run.out()
        .lines()
        .filter(line -> line.startsWith("  hint:"))
        .findFirst()
        .orElse("")
        .strip();
  }

  @Test
  void slashAtTheEnd_thatTheCatalogueHas_isHinted() {
    assertThat(hint("GET", "/authors"))
        .isEqualTo("hint:      the catalogue has this path with a / at its end");
    assertThat(hint("GET", "/me/"))
        .isEqualTo("hint:      the catalogue has this path without a / at its end");
    assertThat(hint("GET", "/nothing/")).isEmpty();
  }

  @Test
  void tripleInAnOperationThatIsUnknown_isHinted() {
    assertThat(hint("POST", "/books/b1%3Alend"))
        .isEqualTo(
            "hint:      no percent triple may stand in an account, in a resource's id or for text of"
                + " a template");
  }

  @Test
  void otherCharactersBesideText_areHinted() {
    assertThat(hint("POST", "/accounts/A:copy:copy"))
        .isEqualTo(
            "hint:      beside text, id may have only A-Z a-z 0-9 - . _ ~, and has more here");
    assertThat(hint("POST", "/books/b!:lend"))
        .isEqualTo(
            "hint:      beside text, book may have only A-Z a-z 0-9 - . _ ~, and has more here");
    assertThat(hint("POST", "/accounts/B:copy")).isEmpty();
  }

  @Test
  void requestAccount_notGivenWhereItDecides_isAskedFor() {
    assertThat(check("--capabilities", "read", "--account", "A", "GET", "/books"))
        .isEqualTo(
            noAnswer(
                "warder: list-books compares accounts, so also needed: --request-account"
                    + " ACCOUNT\n"));
    assertThat(check("--capabilities", "read", "GET", "/books"))
        .isEqualTo(
            noAnswer(
                "warder: list-books compares accounts, so also needed: --account ACCOUNT,"
                    + " --request-account ACCOUNT\n"));
  }

  @Test
  void requestAccount_besideOwners_allAreAskedForAtOnce() {
    assertThat(check("--capabilities", "read", "--account", "A", "GET", "/books/b1/pages/p1"))
        .isEqualTo(
            noAnswer(
                "warder: get-page compares accounts, so also needed: --request-account ACCOUNT,"
                    + " --owner book/b1=ACCOUNT, --owner page/p1=ACCOUNT\n"));
  }

  @Test
  void requestAccount_whereNoneIsCompared_isNotAskedFor() {
    assertThat(check("--capabilities", "read", "--account", "A", "GET", "/me").exitCode()).isZero();
    assertThat(check("--anonymous", "GET", "/books").out())
        .contains("wrong-account (without a token there is no account)");
  }

  @Test
  void withoutAccount_isDeniedWhereOneIsCompared() {
    Run denied = check("--capabilities", "read", "--without-account", "GET", "/books/b/pages/p");
    assertThat(denied.exitCode()).isEqualTo(1);
    assertThat(denied.out()).contains("wrong-account (the token has no account)");
    assertThat(check("--capabilities", "read", "--without-account", "GET", "/me").exitCode())
        .isZero();
  }

  @Test
  void batch_linesNameTheAccountOfTheRequest() {
    String lines =
        """
        {"account":"A","capabilities":["read"],"requestAccount":"A","method":"GET","path":"/books"}
        {"account":"A","capabilities":["read"],"method":"GET","path":"/books"}
        {"withoutAccount":true,"capabilities":["read"],"requestAccount":"A","method":"GET","path":"/books"}
        {"withoutAccount":true,"capabilities":[],"method":"GET","path":"/me"}
        """;
    Run run = reading(lines, "check", "--catalogue", catalogue, "--batch", "-");
    assertThat(run.out().lines())
        .satisfiesExactly(
            own -> assertThat(own).contains("\"reason\":\"allowed\""),
            none -> assertThat(none).contains("\"reason\":\"wrong-account\""),
            without -> assertThat(without).contains("\"reason\":\"wrong-account\""),
            me -> assertThat(me).contains("\"reason\":\"allowed\""));
  }

  @Test
  void signedTokenWithoutAccount_isTakenOnlyWhereThatIsAccepted() throws Exception {
    TestIssuer issuer = TestIssuer.create();
    String keys = Files.writeString(folder.resolve("k.json"), issuer.keySetJson()).toString();
    String token = issuer.token(NOW).withoutAccount().sign();
    String[] asked = {
      "--token", token, "--keys", keys, "--any-issuer", "--any-audience", "GET", "/me"
    };
    assertThat(check(asked).out()).contains("invalid-token", "account");
    List<String> accepting = new ArrayList<>(List.of("--accept-without-account"));
    accepting.addAll(List.of(asked));
    assertThat(check(accepting.toArray(String[]::new)).exitCode()).isZero();
  }
}
