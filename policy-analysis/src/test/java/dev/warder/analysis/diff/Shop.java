package dev.warder.analysis.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warder.analysis.TooMuchWork;
import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueReader;
import dev.warder.model.InvalidCatalogue;
import java.util.ArrayList;
import java.util.List;

/** A catalogue to change in one place, and what the change comes to. */
final class Shop {
  static final String SHOP =
      """
      catalogue: shop
      format: 1
      version: "1"
      title: Shop
      basePath: /v1
      categories: {all: All, more: More}
      capabilities:
        look: {label: Look, category: all, access: read}
        make: {label: Make, category: all}
        boss: {label: Boss, category: all, implies: [make]}
      operations:
        list: {method: GET, path: /items, summary: List, requires: look}
        get: {method: GET, path: "/items/{id}", summary: Get, owner: {item: id}, requires: look}
        put: {method: PUT, path: "/items/{id}", summary: Put, owner: {item: id}, requires: make}
        of: {method: GET, path: "/of/{account}", summary: Of, account: account, requires: look}
        me: {method: GET, path: /me, summary: Me, requires: any token}
      commands:
        shop get: {aliases: [shop show], calls: [me, get]}
        shop put: {calls: [put], when: [{name: name, condition: by name, calls: [list]}]}
      limits: {token: 10/hour}
      """;

  static Catalogue read(String text) {
    try {
      return CatalogueReader.parse("shop.yaml", text);
    } catch (InvalidCatalogue e) {
      throw new AssertionError(e);
    }
  }

  /** Returns the changes from the shop to one with another text, each in a line. */
  static List<String> changes(String text, String other) throws TooMuchWork {
    return changes(text, text, other);
  }

  /** Returns the changes from the one to the other, where the shop has a text. */
  static List<String> changes(String text, String one, String other) throws TooMuchWork {
    assertThat(SHOP).containsOnlyOnce(text);
    Catalogue older = read(SHOP.replace(text, one));
    List<String> lines = new ArrayList<>();
    for (CatalogueChange change :
        CatalogueDiff.of(older, read(SHOP.replace(text, other))).changes()) {
      StringBuilder line = new StringBuilder(change.toString());
      for (CatalogueChange.Value value : change.values()) {
        line.append("; ").append(value.name());
        line.append(' ').append(value.before().orElse("-"));
        line.append(" > ").append(value.after().orElse("-"));
      }
      change.gain().ifPresent(gain -> line.append("; GAIN ").append(gain));
      change.loss().ifPresent(loss -> line.append("; LOSS ").append(loss));
      lines.add(line.toString());
    }
    return lines;
  }

  private Shop() {}
}
