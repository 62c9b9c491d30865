package dev.warder.engine;

import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import dev.warder.model.InvalidCatalogue;
import dev.warder.model.Operation;

/** A small catalogue with every sort of template, for tests with literal values. */
final class Everything {
  static final Catalogue CATALOGUE = catalogue();

  private Everything() {}

  private static Catalogue catalogue() {
    try {
      return CatalogueReader.parse(
          "everything",
          """
          catalogue: everything
          format: 1
          version: "1"
          title: Everything
          basePath: /v1
          categories: {all: All}
          capabilities:
            read: {label: Read, category: all}
            write: {label: Write, category: all}
          operations:
            root: {method: GET, path: /, summary: s, requires: any token}
            list: {method: GET, path: /files, summary: s, requires: any token}
            list-slash: {method: GET, path: /files/, summary: s, requires: any token}
            me: {method: GET, path: /files/me, summary: s, requires: any token}
            get: {method: GET, path: "/files/{id}", summary: s, owner: {file: id}, requires: read}
            head: {method: HEAD, path: "/files/{id}", summary: s, owner: {file: id}, requires: write}
            json: {method: GET, path: "/files/{id}.json", summary: s, owner: {file: id}, requires: read}
            copy: {method: POST, path: "/files/{id}:copy", summary: s, owner: {file: id}, requires: read}
            item: {method: GET, path: "/in/{a}/root:/{path...}", summary: s, account: a, requires: read}
            content:
              method: GET
              path: "/in/{a}/root:/{path...}:/content"
              summary: s
              account: a
              requires: read
            report: {method: GET, path: "/reports/{path...}/for-{a}.csv", summary: s, account: a, requires: read}
            period: {method: GET, path: "/reports/get(period='{p}')", summary: s, account: not-checked, requires: read}
            tree: {method: PUT, path: "/tree/{path...}/", summary: s, account: not-checked, requires: write}
            leaf: {method: GET, path: "/tree/{path...}/of/{id}", summary: s, owner: {file: id}, requires: read}
          """);
    } catch (InvalidCatalogue e) {
      throw new AssertionError(e);
    }
  }

  static Operation operation(String id) {
    return CATALOGUE.operation(id).orElseThrow();
  }
}
