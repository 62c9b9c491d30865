package dev.warder.gate;

import dev.warder.engine.ResourceOwners;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import dev.warder.model.InvalidCatalogue;
import java.util.Map;

/** A small API: notes n1 of account A and n2 of account B. */
final class Notes {
  static final String TEXT =
      """
      catalogue: notes
      format: 1
      version: "1"
      title: Notes API
      basePath: /v1
      categories: {notes: Notes}
      capabilities:
        read:note: {label: Read Note, category: notes, access: read}
        write:note: {label: Write Note, category: notes, access: write}
      operations:
        get-note: {method: GET, path: "/notes/{id}", summary: Get a note, owner: {note: id}, requires: read:note}
        put-note: {method: PUT, path: "/notes/{id}", summary: Put a note, owner: {note: id}, requires: {all: [read:note, write:note]}}
        get-status: {method: GET, path: /status, summary: Status, requires: public}
      limits: {account: 5/hour, token: 3/hour, client: 2/hour}
      """;

  static final ResourceOwners OWNERS =
      ResourceOwners.of(Map.of("note", Map.of("n1", "A", "n2", "B")));

  private Notes() {}

  static Catalogue catalogue() {
    return catalogue(TEXT);
  }

  static Catalogue catalogue(String text) {
    try {
      return CatalogueReader.parse("notes.yaml", text);
    } catch (InvalidCatalogue e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the API without limits. */
  static Catalogue unlimited() {
    return catalogue(TEXT.replaceFirst("(?m)^limits:.*$", ""));
  }
}
