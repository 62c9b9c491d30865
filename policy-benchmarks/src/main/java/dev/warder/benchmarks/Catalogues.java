package dev.warder.benchmarks;

import dev.warder.model.Catalogue;
import dev.warder.model.CatalogueBuilder;
import dev.warder.model.ControlApi;
import dev.warder.model.InvalidCatalogue;
import dev.warder.model.Requires;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Catalogues shaped like real APIs: resources in resources, two to seven segments, shared prefixes,
 * a capability to read and one to write each kind of resource, now and then several alternatives,
 * or a word that stands where others have an id. Half of the resources belong to an account in the
 * path, half to an owner.
 */
final class Catalogues {
  private static final String[] SYLLABLES = {
    "ac", "bil", "con", "dat", "ev", "fil", "gro", "hook", "im", "job", "key", "log", "mes", "net",
    "or", "pol", "que", "rol", "ser", "tok", "us", "vol", "web", "zon"
  };

  private final Random random;
  private final int operations;
  private final CatalogueBuilder builder;
  private int made;

  private Catalogues(int operations, Random random) {
    this.random = random;
    this.operations = operations;
    this.builder =
        Catalogue.builder("synthetic-" + operations)
            .version("1")
            .title("Synthetic")
            .basePath("/v1")
            .category("all", "All");
  }

  /** Returns the Control API for 24, otherwise a made-up API with that many operations. */
  static Catalogue of(int operations, Random random) {
    if (operations == ControlApi.catalogue().operations().size()) {
      return ControlApi.catalogue();
    }
    try {
      return new Catalogues(operations, random).make();
    } catch (InvalidCatalogue e) {
      throw new IllegalStateException(e);
    }
  }

  private Catalogue make() throws InvalidCatalogue {
    int breadth = (int) Math.ceil(Math.sqrt(operations / 5.0)) + 1;
    List<String> words = words(breadth * 2);
    for (int i = 0; made < operations; i++) {
      String parent = words.get(i);
      boolean inPath = i % 2 == 0;
      String root = (inPath ? "/accounts/{account}/" : "/") + parent;
      collection(root, parent, inPath);
      for (int j = 0; j < breadth && made < operations; j++) {
        String child = words.get(breadth + j);
        collection(root + "/{" + parent + "}/" + child, child, inPath);
      }
    }
    for (String word : words) {
      for (String access : List.of("read", "write")) {
        builder.capability(access + ":" + word, c -> c.label(access + " " + word).category("all"));
      }
    }
    return builder.build();
  }

  private void collection(String path, String word, boolean inPath) {
    String item = path + "/{id}";
    operation("GET", path, "read:" + word, inPath);
    operation("POST", path, "write:" + word, inPath);
    operation("GET", item, "read:" + word, inPath);
    operation("PATCH", item, "write:" + word, inPath);
    operation("DELETE", item, "write:" + word, inPath);
    if (random.nextInt(4) == 0) {
      operation("GET", path + "/current", "write:" + word, inPath);
    }
  }

  private void operation(String method, String path, String capability, boolean inPath) {
    if (made == operations) {
      return;
    }
    made++;
    Requires requires =
        random.nextInt(10) == 0
            ? Requires.any(Requires.all(capability), Requires.all("read:ac", capability))
            : Requires.all(capability);
    builder.operation(
        method + ":" + path.replace("{", "").replace("}", ""),
        o -> {
          o.at(method, path).summary(method + " " + path).requires(requires);
          if (inPath) {
            return o.account("account");
          }
          int brace = path.indexOf('{');
          return brace < 0
              ? o
              : o.owner(
                  path.substring(1, path.indexOf('/', 1)),
                  path.substring(brace + 1, path.indexOf('}')));
        });
  }

  private List<String> words(int count) {
    Set<String> words = new LinkedHashSet<>(List.of("ac"));
    while (words.size() < count) {
      StringBuilder word = new StringBuilder();
      for (int i = 2 + random.nextInt(2); i > 0; i--) {
        word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      }
      words.add(word.append('s').toString());
    }
    return new ArrayList<>(words);
  }
}
