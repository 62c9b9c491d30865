package dev.warder.engine;

import dev.warder.model.Catalogue;
import dev.warder.model.InvalidCatalogue;
import dev.warder.model.Requires;
import java.util.List;
import java.util.Map;

/** A small catalogue that has something of everything, for tests with literal values. */
final class Notes {
  static final Catalogue CATALOGUE = catalogue();

  private Notes() {}

  private static Catalogue catalogue() {
    try {
      return Catalogue.builder("notes")
          .version("1")
          .title("Notes")
          .documentation("https://example.com/notes")
          .basePath("/v1")
          .category("notes", "Notes")
          .capability("read:note", c -> c.label("Read Note").category("notes"))
          .capability("write:note", c -> c.label("Write Note").category("notes"))
          .capability(
              "admin:note",
              c -> c.label("Administer").category("notes").implies("read:note", "write:note"))
          .capability("share", c -> c.label("Share").category("notes"))
          .operation(
              "status", o -> o.at("GET", "/status").summary("Status").requires(Requires.PUBLIC))
          .operation("me", o -> o.at("GET", "/me").summary("Me").requires(Requires.ANY_TOKEN))
          .operation(
              "list-notes",
              o ->
                  o.at("GET", "/accounts/{account}/notes")
                      .summary("List notes")
                      .account("account")
                      .requiresAll("read:note"))
          .operation(
              "get-note",
              o ->
                  o.at("GET", "/notes/{id}")
                      .summary("Get a note")
                      .owner("note", "id")
                      .requiresAll("read:note"))
          .operation(
              "put-note",
              o ->
                  o.at("PUT", "/notes/{id}")
                      .summary("Put a note")
                      .owner("note", "id")
                      .requiresAll("write:note")
                      .documentation("https://example.com/notes/put"))
          .operation(
              "share-note",
              o ->
                  o.at("POST", "/notes/{id}/share/{name}")
                      .summary("Share a note")
                      .owner("note", "id")
                      .requires(
                          Requires.any(
                              Requires.all("read:note", "share"), Requires.all("admin:note"))))
          .operation(
              "purge",
              o ->
                  o.at("DELETE", "/notes/{id}")
                      .summary("Purge a note")
                      .owner("note", "id")
                      .requires(Requires.UNMAPPED))
          .command("note list", c -> c.calls("list-notes"))
          .command(
              "note put", c -> c.calls("put-note").condition("check", "with --check", "get-note"))
          .command("note purge", c -> c.calls("purge"))
          .command("note ask", c -> c.callsUnspecified("POST /help").calls("list-notes"))
          .command(
              "note send",
              c ->
                  c.condition("new", "with --new", "put-note")
                      .condition("old", "otherwise", "share-note"))
          .build();
    } catch (InvalidCatalogue e) {
      throw new AssertionError(e);
    }
  }

  /** Returns an engine for which account A owns note n1 and account B note n2. */
  static PolicyEngine engine() {
    return PolicyEngine.compile(
        CATALOGUE, ResourceOwners.of(Map.of("note", Map.of("n1", "A", "n2", "B"))));
  }

  static Grant grant(PolicyEngine engine, String... capabilities) {
    return engine.grant("A", List.of(capabilities));
  }
}
